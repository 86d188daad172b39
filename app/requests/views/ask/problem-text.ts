import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { formatDay, formatWeekday } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { hoursText, weekName } from "#app/ui/week-text.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The week a problem is in, when the weeks differ. */
function weekText(
  { monday, week, weeks }: NonNullable<AskProblem["values"]>,
  t: Translate,
  language: Language,
): string | null {
  if (monday === undefined && week === undefined) return null;
  const given = monday === undefined ? null : (monday as CalendarDay);
  return weekName({ week: given ? null : Number(week), monday: given }, Number(weeks ?? 1), t, language);
}

/** What is wrong and how to mend it, with days and hours in the reader's words. */
export function problemText({ code, values = {} }: AskProblem, t: Translate, language: Language): string {
  const week = weekText(values, t, language);
  const day = (name: string): string => {
    if (!(name in values)) return "";
    const weekday = formatWeekday(Number(values[name]), language);
    return week ? t("families:ask.hours.dayOfWeek", { week, day: weekday }) : capital(weekday);
  };
  const hours = (name: string): string =>
    hoursText({ start: Number(values[`${name}Start`]), end: Number(values[`${name}End`]) }, t, language);
  return t(`families:ask.problem.${code}`, {
    ...values,
    shiftDay: "shiftDay" in values ? formatDay(String(values.shiftDay), language) : "",
    day: day("weekday"),
    firstDay: day("firstWeekday"),
    first: hours("first"),
    secondDay: day("secondWeekday"),
    second: hours("second"),
  });
}
