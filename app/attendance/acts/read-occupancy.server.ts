import { type CalendarDay, addDays, addMonths, asDay, firstOfMonth } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type FacilityOccupancy, facilityFigures } from "../rules/facility-figures.ts";
import { occupancySeries } from "../rules/occupancy-series.ts";
import { loadCounted } from "./load-counted.server.ts";

export type { FacilityOccupancy };

/**
 * What was licensed, asked, promised, booked and really used between two days, both included, facility by facility.
 * A night across the bounds counts its minutes on each side.
 * @param asOf for a period under way: unmarked minutes after it are still to come, not unknown
 */
export async function readOccupancy(
  db: Database,
  from: CalendarDay,
  to: CalendarDay,
  { asOf, facilityId }: { asOf?: Date | undefined; facilityId?: string } = {},
): Promise<FacilityOccupancy[]> {
  const of = facilityId ? { facilityId } : {};
  const { clock, bands, places, asOf: until } = await loadCounted(db, { from, to, asOf }, of);
  return places.map(({ facility, facts, rules }) =>
    facilityFigures(
      { facilityId: facility.id, facilityKind: facility.kind, capacityKnown: facts.capacity.length > 0 },
      occupancySeries(clock, facts, rules, until),
      bands,
      until,
    ),
  );
}

/**
 * The figures of one month, for the observatory's facts.
 * @param month "2026-11"
 * @param asOf see `readOccupancy`; leave out for a month that is over
 */
export async function readMonthlyOccupancy(
  db: Database,
  month: string,
  asOf?: Date,
): Promise<FacilityOccupancy[]> {
  const from = firstOfMonth(asDay(`${month}-01`));
  return readOccupancy(db, from, addDays(addMonths(from, 1), -1), { asOf });
}
