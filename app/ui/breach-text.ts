// A rule that hours would break, in words: which, when, by how much, and its article.
import { formatDate, formatLength, formatNumber, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { hoursText } from "./week-text.ts";

export type BreachTold = {
  rule: "closed" | "places" | "overCapacity" | "ratio" | "minimumStaff" | "weeklyHours";
  scope: "section" | "facility";
  article: string | null;
  weekday: number | null;
  start: number | null;
  end: number | null;
  firstDay: string;
  weeks: number;
  limit: number;
  wanted: number;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Mercredi 8 h 00 – 12 h 00, 12 semaines à partir du 2 décembre 2026" */
export function breachWhen(breach: BreachTold, t: Translate, language: Language): string {
  const { weekday, start, end, firstDay, weeks } = breach;
  const values = { date: formatDate(firstDay, language), count: weeks };
  if (weekday === null || start === null || end === null)
    return capital(t(weeks === 1 ? "facilities:breach.week" : "facilities:breach.weeks", values));
  return capital(
    t(weeks === 1 ? "facilities:breach.once" : "facilities:breach.over", {
      ...values,
      day: formatWeekday(weekday, language),
      hours: hoursText({ start, end }, t, language),
    }),
  );
}

/** "29 enfants pour 28 au plus en surnombre" */
export function breachWhat(
  { rule, scope, limit, wanted }: BreachTold,
  t: Translate,
  language: Language,
): string {
  const figure = (value: number): string =>
    rule === "weeklyHours" ? formatLength(value, language) : formatNumber(value, language);
  const key = rule === "places" || rule === "overCapacity" ? `${rule}.${scope}` : rule;
  return t(`facilities:breach.${key}`, { limit: figure(limit), wanted: figure(wanted) });
}

/** The whole of it as one sentence, its article last. */
export function breachText(breach: BreachTold, t: Translate, language: Language): string {
  const values = {
    when: breachWhen(breach, t, language),
    what: breachWhat(breach, t, language),
    article: breach.article ?? "",
  };
  return t(breach.article ? "facilities:breach.cited" : "facilities:breach.plain", values);
}
