import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type FacilityOccupancy, facilityFigures } from "../rules/facility-figures.ts";
import { occupancySeries } from "../rules/occupancy-series.ts";
import { listFirstNames } from "../store/occupancy.server.ts";
import { loadCounted } from "./load-counted.server.ts";

/** The hours of one child in one facility, counted as the facility, the desk and the observatory count them. */
export type ChildHours = Pick<
  FacilityOccupancy,
  | "facilityKind"
  | "bookedMinutes"
  | "nightBooked"
  | "presentMinutes"
  | "absentMinutes"
  | "unknownMinutes"
  | "toComeMinutes"
  | "billedMinutes"
> & { childId: string; childName: string; facilityId: string; facilityName: string };

/** Child by child and facility by facility, between two days, both included; those without any hour are left out. */
export async function readFamilyHours(
  { db, now, scope }: SignedVisit,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<ChildHours[]> {
  const { householdIds } = scope;
  const { clock, bands, asOf, places } = await loadCounted(db, { from, to, asOf: now }, { householdIds });
  const children = await listFirstNames(db, householdIds);
  return children.flatMap(({ id: childId, firstName: childName }) =>
    places.flatMap(({ facility, facts, rules }) => {
      const stays = facts.stays.filter((stay) => stay.childId === childId);
      if (stays.length === 0) return [];
      // A family has no licence: what it reads is its own.
      const series = occupancySeries(clock, { off: facts.off, capacity: [], stays }, rules, asOf);
      const known = { facilityId: facility.id, facilityKind: facility.kind, capacityKnown: false };
      const figures = facilityFigures(known, series, bands, asOf);
      if (figures.bookedMinutes + figures.presentMinutes === 0) return [];
      return { ...hoursOf(figures), childId, childName, facilityName: facility.name };
    }),
  );
}

/** What a family reads: nothing of the other children. */
function hoursOf(figures: FacilityOccupancy): Omit<ChildHours, "childId" | "childName" | "facilityName"> {
  return {
    facilityId: figures.facilityId,
    facilityKind: figures.facilityKind,
    bookedMinutes: figures.bookedMinutes,
    nightBooked: figures.nightBooked,
    presentMinutes: figures.presentMinutes,
    absentMinutes: figures.absentMinutes,
    unknownMinutes: figures.unknownMinutes,
    toComeMinutes: figures.toComeMinutes,
    billedMinutes: figures.billedMinutes,
  };
}
