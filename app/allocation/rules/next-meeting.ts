import { type CalendarDay, addMonths, firstOfMonth } from "#app/calendar/rules/day.ts";

/** The next allocation meeting strictly after a day: the same day of each month (parameter "delays"). */
export function nextMeeting(after: CalendarDay, dayOfMonth: number): CalendarDay {
  const inMonth = (first: CalendarDay): CalendarDay =>
    `${first.slice(0, 8)}${String(dayOfMonth).padStart(2, "0")}` as CalendarDay;
  const first = firstOfMonth(after);
  const meeting = inMonth(first);
  return meeting > after ? meeting : inMonth(addMonths(first, 1));
}
