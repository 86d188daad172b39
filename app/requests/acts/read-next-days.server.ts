import type { SignedVisit } from "#app/access/visit.server.ts";
import { readFamilyCalendar } from "#app/attendance/acts/read-family-calendar.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";

/** The next day of care of each child of a family in the weeks ahead, days off and absences left out. */
export async function readNextDays(visit: SignedVisit): Promise<Map<string, CalendarDay>> {
  const period = calendarPeriod(new URLSearchParams(), visit.today, "month");
  const { stays } = await readFamilyCalendar(visit, period, false);
  const days = new Map<string, CalendarDay>();
  for (const { childId, day, standing } of stays) {
    const known = days.get(childId);
    if (standing === "toCome" && (!known || day < known)) days.set(childId, day);
  }
  return days;
}
