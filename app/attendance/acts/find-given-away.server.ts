import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { freePlaces, isFree } from "../rules/free-hours.ts";
import { holdingStays } from "../rules/occasional.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { listFacilityOccasional } from "../store/occasional.server.ts";
import { readFreeHours } from "./read-free-hours.server.ts";

/** Whether the hours of a child announced absent have been given to another meanwhile, so that none are left. */
export async function isGivenAway(
  tx: Database,
  stay: { contractId: string; facilityId: string; day: CalendarDay; start: Date; end: Date },
): Promise<boolean> {
  const { contractId, facilityId, day, start, end } = stay;
  const taken = await listFacilityOccasional(tx, facilityId, day, day);
  const others = taken.filter(
    (other) =>
      other.contractId !== contractId &&
      holdingStays.includes(other.status) &&
      other.start < end &&
      other.end > start,
  );
  if (others.length === 0) return false;
  const row = (await findAgreement(tx, contractId))!.rows.find(({ id }) => id === contractId)!;
  const limits = await readFreeHours(tx, { facilityId, from: day, to: day });
  return !isFree(limits, freePlaces(limits, row.sectionId), stay);
}
