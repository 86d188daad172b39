import type { SignedVisit } from "#app/access/visit.server.ts";
import type { PresenceState } from "../rules/presence.ts";
import { type FacilityLine, listFacilitiesInScope } from "../store/facilities.server.ts";
import { countStates } from "../store/presences.server.ts";

export type FacilityListView = (FacilityLine & {
  /** Stays that begin today, absences left out. */
  expected: number;
  present: number;
  absent: number;
})[];

/** The facilities that a visitor may look at, with the numbers of the day. */
export async function readFacilityList(visit: SignedVisit): Promise<FacilityListView> {
  const facilities = await listFacilitiesInScope(visit.db, visit.scope);
  const ids = facilities.map(({ id }) => id);
  const counts = new Map(ids.map((id) => [id, { planned: 0, arrived: 0, left: 0, absent: 0 }]));
  for (const { facilityId, state } of await countStates(visit.db, visit.today, ids)) {
    counts.get(facilityId)![state satisfies PresenceState] += 1;
  }
  return facilities.map((facility) => {
    const { planned, arrived, left, absent } = counts.get(facility.id)!;
    return { ...facility, expected: planned + arrived + left, present: arrived, absent };
  });
}
