import type { Weekday } from "#app/calendar/rules/day.ts";
import { runsOf } from "#app/calendar/rules/pattern-summary.ts";
import { formatAge, formatPercent } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { daysText, hoursText } from "#app/ui/week-text.ts";
import type { OpeningRange, ReferralReason } from "../rules/referral-reasons.ts";

/** "du lundi au vendredi 7 h 15 – 18 h 30" */
function openingText({ weekdays, ...hours }: OpeningRange, t: Translate, language: Language): string {
  const days = daysText(runsOf(weekdays as Weekday[]), t, language);
  return t("requests:openingLine", { days, hours: hoursText(hours, t, language) });
}

/** A coded reason in a sentence, with the values that led to it. */
export function reasonText({ code, values = {} }: ReferralReason, t: Translate, language: Language): string {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const { months, count, percent, names = [], opening = [], ...rest } = values;
  return t(`requests:reason.${code}`, {
    ...rest,
    count,
    age: months === undefined ? "" : formatAge(months, language),
    percent: percent === undefined ? "" : formatPercent(percent / 100, language),
    names: list.format((count ?? 0) > names.length ? [...names, t("requests:others")] : names),
    opening: list.format(opening.map((range) => openingText(range, t, language))),
  });
}
