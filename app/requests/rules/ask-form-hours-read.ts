// The hours of a child once every answer is right. Browsers do not load it.
import { type CalendarDay, addMonths, isDay } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, firstDayFrom, isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { AskProblem } from "./ask-form-answers.ts";
import { type TypedHours, flexibleWeeks, readSlots } from "./ask-form-hours.ts";

export type AskedHours = { pattern: WeeklyPattern; startOn: CalendarDay; flexibleWeeks: number };

const furthestStartMonths = 24;

export function readHours(
  hours: TypedHours,
  today: CalendarDay,
  /** The day a birth is expected: no place is needed before it. */
  dueOn: CalendarDay | null = null,
): { ok: true; value: AskedHours } | { ok: false; problems: AskProblem[] } {
  const problems: AskProblem[] = [];
  const { startOn } = hours;
  if (!isDay(startOn)) problems.push({ name: "startOn", code: "startOn" });
  else if (startOn < today) problems.push({ name: "startOn", code: "startPast" });
  else if (dueOn !== null && startOn < dueOn) problems.push({ name: "startOn", code: "startBeforeBirth" });
  else if (startOn > addMonths(today, furthestStartMonths))
    problems.push({ name: "startOn", code: "startTooFar" });
  const { pattern, problems: wrongStays } = readSlots(hours);
  problems.push(...wrongStays);
  if (wrongStays.length === 0) {
    if (isEmptyPattern(pattern)) problems.push({ name: "week", code: "noHours" });
    else if (problems.length === 0 && firstDayFrom(pattern, startOn as CalendarDay) === null)
      problems.push({ name: "week", code: "weeksBeforeStart" });
  }
  if (hours.calendar) problems.push({ name: "calendar", code: "calendarUndecided" });
  const flexible = flexibleWeeks.find((weeks) => String(weeks) === hours.flexibleWeeks);
  if (flexible === undefined) problems.push({ name: "flexibleWeeks", code: "flexibleWeeks" });
  if (problems.length > 0 || !isDay(startOn)) return { ok: false, problems };
  return { ok: true, value: { pattern, startOn, flexibleWeeks: flexible! } };
}
