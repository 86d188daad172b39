import { formatDate, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { breachText } from "#app/ui/breach-text.ts";
import { hoursText } from "#app/ui/week-text.ts";
import type { Breach } from "#app/facilities/rules/try-week.ts";
import type { Conflict } from "../rules/places.ts";
import type { PlaceRefusal } from "../rules/place.ts";

/** "Mardi 17 h 30 – 18 h 30, complet (12 semaines à partir du 1er décembre 2026)" */
function one(conflict: Conflict, t: Translate, language: Language): string {
  const { weekday, start, end, cause, weeks, firstDay, always } = conflict;
  const hours = t(`allocation:conflict.${cause}`, {
    day: formatWeekday(weekday, language),
    hours: hoursText({ start, end }, t, language),
  });
  const text = hours.charAt(0).toUpperCase() + hours.slice(1);
  if (always && weeks > 1) return text;
  return t(weeks === 1 ? "allocation:conflict.once" : "allocation:conflict.over", {
    text,
    count: weeks,
    date: formatDate(firstDay, language),
  });
}

/** Where a place lacks, first in the week; how many other moments follow. */
export function conflictText(conflicts: Conflict[], t: Translate, language: Language): string {
  const [first, ...others] = conflicts;
  if (!first) return "";
  const text = one(first, t, language);
  return others.length === 0
    ? text
    : t("allocation:conflict.andOthers", { first: text, count: others.length });
}

/** The first rule that would be broken, its article included; how many other moments follow. */
function breachesText(breaches: Breach[], t: Translate, language: Language): string {
  const [first, ...others] = breaches;
  if (!first) return "";
  const text = breachText(first, t, language);
  return others.length === 0
    ? text
    : t("allocation:conflict.andOtherLimits", { first: text, count: others.length });
}

/** Why a section has no place to offer, in a sentence. */
export function refusalText(refusal: PlaceRefusal, t: Translate, language: Language): string {
  if (refusal.breaches) return breachesText(refusal.breaches, t, language);
  if (refusal.conflicts) return conflictText(refusal.conflicts, t, language);
  if (refusal.months === null) return t("allocation:make.refusal.ageUnknown");
  return t(refusal.error, { count: refusal.months });
}
