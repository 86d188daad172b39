import { type DayGroup, groupDays } from "#app/calendar/rules/pattern-summary.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDate, formatMinute, formatWeekday } from "#app/i18n/format.ts";
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

/** "Semaine A" of two weeks, "Semaine 3" of more, "Semaine du 30 novembre 2026" of a rota, beside "Les autres semaines". */
export function weekName(
  { week, monday }: Pick<DayGroup, "week" | "monday">,
  cycleWeeks: number,
  t: Translate,
  language: Language,
): string {
  if (monday) return t("ui:week.weekOf", { date: formatDate(monday, language) });
  if (cycleWeeks === 1) return t("ui:week.otherWeeks");
  if (cycleWeeks === 2) return t(week === 0 ? "ui:week.weekA" : "ui:week.weekB");
  return t("ui:week.weekNumber", { number: (week ?? 0) + 1 });
}

/** A week in words, one line for the days that are alike: "Du lundi au vendredi : 8 h 00 – 18 h 00". */
export function weekLines(pattern: WeeklyPattern, t: Translate, language: Language): string[] {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return groupDays(pattern).map(({ runs, ...group }) => {
    const hours = list.format(group.hours.map((each) => hoursText(each, t, language)));
    if (group.week === null && group.monday === null)
      return t("ui:week.line", { days: capital(daysText(runs, t, language)), hours });
    const week = weekName(group, pattern.cycleWeeks, t, language);
    if (runs.length === 0) return t("ui:week.lineNone", { week });
    return t("ui:week.lineOfWeek", { week, days: daysText(runs, t, language), hours });
  });
}
