import type { Weekday } from "#app/calendar/rules/day.ts";
import { formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { hoursText } from "#app/ui/week-text.ts";
import type { Conflict } from "../rules/places.ts";
import type { PlaceRefusal } from "../rules/place.ts";

/** "mardi 17 h 30 – 18 h 30", "mardi de la semaine A, 17 h 30 – 18 h 30" */
function when({ week, weekday, start, end }: Conflict, t: Translate, language: Language): string {
  const name = week === null ? "everyWeek" : week === 0 ? "weekA" : "weekB";
  return t(`allocation:conflict.when.${name}`, {
    day: formatWeekday(weekday satisfies Weekday, language),
    hours: hoursText({ start, end }, t, language),
  });
}

/** Where a place lacks, first in the week; how many other moments follow. */
export function conflictText(conflicts: Conflict[], t: Translate, language: Language): string {
  const [first, ...others] = conflicts;
  if (!first) return "";
  const text = t(`allocation:conflict.${first.cause}`, { when: when(first, t, language) });
  return others.length === 0
    ? text
    : t("allocation:conflict.andOthers", { first: text, count: others.length });
}

/** Why a section has no place to offer, in a sentence. */
export function refusalText(refusal: PlaceRefusal, t: Translate, language: Language): string {
  if (refusal.conflicts) return conflictText(refusal.conflicts, t, language);
  if (refusal.months === null) return t("allocation:make.refusal.ageUnknown");
  return t(refusal.error, { count: refusal.months });
}
