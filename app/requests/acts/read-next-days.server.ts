import type { SignedVisit } from "#app/access/visit.server.ts";
import { readFamilyCalendar } from "#app/attendance/acts/read-family-calendar.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { transitions } from "../rules/lifecycle.ts";
import type { RequestLine } from "../store/family-space.server.ts";

/**
 * For each request whose child is in care, its next day of care in the weeks ahead; days off and absences are
 * left out. By id of request.
 */
export async function readNextDays(
  visit: SignedVisit,
  requests: Pick<RequestLine, "id" | "status" | "child">[],
): Promise<Map<string, CalendarDay>> {
  const inCare = requests.filter(({ status }) => status === transitions.start.to);
  if (inCare.length === 0) return new Map();
  const period = calendarPeriod(new URLSearchParams(), visit.today, "month");
  const { stays } = await readFamilyCalendar(visit, period, false);
  const ahead = stays.filter(({ standing }) => standing === "toCome");
  return new Map(
    inCare.flatMap(({ id, child }): [string, CalendarDay][] => {
      const days = ahead.filter(({ childId }) => childId === child.id).map(({ day }) => day);
      const [first] = days.sort();
      return first ? [[id, first]] : [];
    }),
  );
}
