import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";

/** Minutes of one facility over a month. No child, no family, and no key to them. */
export type MonthlyOccupancy = {
  facilityKind: FacilityKind;
  facilityId: string;
  /** Different children with at least one stay booked in the month. */
  childrenCount: number;
  /** Licensed places × minutes of the days open; 0 with `capacityKnown: false` when no licence is on record. */
  capacityMinutes: number;
  capacityKnown: boolean;
  /** bookedMinutes = planned minutes present + absentMinutes + unknownMinutes + toComeMinutes */
  bookedMinutes: number;
  /** Real presence, early and late minutes outside the plan included. */
  presentMinutes: number;
  absentMinutes: number;
  /** Booked, past, and never marked: neither present nor absent. */
  unknownMinutes: number;
  /** Booked after `asOf`; 0 without it. */
  toComeMinutes: number;
  ordinaryBooked: number;
  atypicalBooked: number;
  ordinaryPresent: number;
  atypicalPresent: number;
};

/**
 * What was licensed, booked and really used in a month, facility by facility.
 * @param month "2026-11"
 * @param asOf for a month under way: unmarked stays after it are still to come, not unknown
 */
export async function readMonthlyOccupancy(
  db: Database,
  month: string,
  asOf?: Date,
): Promise<MonthlyOccupancy[]> {
  throw new Error(`Not built yet: occupancy of ${month} (${typeof db}, ${String(asOf)}).`);
}
