import type { SignedVisit } from "#app/access/visit.server.ts";
import { readFamilyStays } from "#app/attendance/acts/read-family-stays.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { transitions } from "../rules/lifecycle.ts";
import type { RequestLine } from "../store/family-space.server.ts";

const daysAhead = 31;

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
  const { stays } = await readFamilyStays(visit, visit.today, addDays(visit.today, daysAhead));
  const ahead = stays.filter(({ standing }) => standing === "toCome");
  return new Map(
    inCare.flatMap(({ id, child }): [string, CalendarDay][] => {
      const days = ahead.filter(({ childId }) => childId === child.id).map(({ day }) => day);
      const [first] = days.sort();
      return first ? [[id, first]] : [];
    }),
  );
}
