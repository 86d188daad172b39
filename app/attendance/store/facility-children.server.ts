import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type FacilityChild = {
  id: string;
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
};

/** How far before and after a child still counts, so that a name does not change from one week to the next. */
const aroundDays = 60;

/** Children with a contract in a facility around some days. */
export async function listFacilityChildren(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<FacilityChild[]> {
  const rows = await db.child.findMany({
    where: {
      contracts: {
        some: {
          facilityId,
          startOn: { lte: addDays(to, aroundDays) },
          OR: [{ endOn: null }, { endOn: { gte: addDays(from, -aroundDays) } }],
        },
      },
    },
    select: { id: true, firstName: true, lastName: true, birthDay: true },
  });
  return rows as FacilityChild[];
}
