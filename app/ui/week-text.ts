import { groupDays } from "#app/calendar/rules/pattern-summary.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import { formatMinute, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "8 h 00 – 18 h 00", "22 h 00 – 6 h 00 (le lendemain)" */
export function hoursText(
  { start, end }: { start: number; end: number },
  t: Translate,
  language: Language,
): string {
  return t(end > minutesOfDay ? "ui:week.hoursNextDay" : "ui:week.hours", {
    start: formatMinute(start, language),
    end: formatMinute(end, language),
  });
}

/** "du lundi au mercredi et vendredi" */
export function daysText(runs: { from: number; to: number }[], t: Translate, language: Language): string {
  const days = runs.flatMap(({ from, to }) => {
    const [first, last] = [formatWeekday(from, language), formatWeekday(to, language)];
    if (from === to) return [first];
    return to === from + 1 ? [first, last] : [t("ui:week.daysRun", { from: first, to: last })];
  });
  return new Intl.ListFormat(language, { type: "conjunction" }).format(days);
}

/** A week in words, one line for the days that are alike: "Du lundi au vendredi : 8 h 00 – 18 h 00". */
export function weekLines(pattern: WeeklyPattern, t: Translate, language: Language): string[] {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return groupDays(pattern).map(({ week, runs, hours }) =>
    t(week === null ? "ui:week.line" : week === 0 ? "ui:week.lineA" : "ui:week.lineB", {
      days: week === null ? capital(daysText(runs, t, language)) : daysText(runs, t, language),
      hours: list.format(hours.map((each) => hoursText(each, t, language))),
    }),
  );
}
