import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { withStays } from "../rules/free-hours.ts";
import { listAbsentStays } from "../store/occasional-days.server.ts";
import { readCapacity } from "./read-capacity.server.ts";

/**
 * What a facility holds and may hold between two days, children announced absent left out: contracts, offers that
 * wait for an answer, hours booked one day at a time, and those that a family is being asked about.
 */
export async function readFreeHours(
  db: Database,
  { facilityId, from, to }: { facilityId: string; from: CalendarDay; to: CalendarDay },
): Promise<FacilityLimits> {
  const { limits } = await readCapacity(db, { facilityId, from, to });
  const { clock } = limits;
  const absent = await listAbsentStays(db, facilityId, addDays(clock.from, -1), clock.to);
  return withStays(limits, absent, -1);
}
