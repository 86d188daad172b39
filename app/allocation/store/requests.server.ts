import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "#app/requests/rules/lifecycle.ts";
import type { ChildDays } from "../rules/child-age.ts";

export type RequestToServe = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  version: number;
  language: string;
  householdId: string;
  handlerId: string | null;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  startOn: CalendarDay;
  flexibleWeeks: number;
  child: ChildDays & {
    id: string;
    firstName: string;
    lastName: string;
    school: { id: string; name: string } | null;
  };
  wishes: { rank: number; facilityId: string }[];
};

/** What an agent needs to know of a request in order to offer it a place. */
export async function findRequestToServe(db: Database, id: string): Promise<RequestToServe | null> {
  const row = await db.careRequest.findUnique({
    where: { id },
    include: {
      child: { include: { school: { select: { id: true, name: true } } } },
      wishes: { select: { rank: true, facilityId: true }, orderBy: { rank: "asc" } },
    },
  });
  if (!row) return null;
  const { child } = row;
  return {
    id,
    reference: row.reference,
    kind: row.kind as CareKind,
    status: row.status as CareRequestStatus,
    version: row.version,
    language: row.language,
    householdId: row.householdId,
    handlerId: row.handlerId,
    pattern: row.pattern as WeeklyPattern,
    weeklyMinutes: row.weeklyMinutes,
    startOn: row.startOn as CalendarDay,
    flexibleWeeks: row.flexibleWeeks,
    child: {
      id: child.id,
      firstName: child.firstName,
      lastName: child.lastName,
      birthDay: child.birthDay as CalendarDay | null,
      expectedOn: child.expectedOn as CalendarDay | null,
      school: child.school,
    },
    wishes: row.wishes,
  };
}
