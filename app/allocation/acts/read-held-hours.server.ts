import { readHoldingsOf } from "#app/attendance/acts/read-holdings.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { listOfferedHours } from "../store/held-hours.server.ts";

/**
 * Everything held in each section: contracts, and offers that wait for an answer.
 * @param from leaves out contracts that ended before this day
 */
export async function readHeldHours(
  db: Database,
  sectionIds: string[],
  from?: CalendarDay,
): Promise<Map<string, Holding[]>> {
  const [contracts, offered] = [
    await readHoldingsOf(db, sectionIds, from),
    await listOfferedHours(db, sectionIds),
  ];
  return new Map(sectionIds.map((id) => [id, [...(contracts.get(id) ?? []), ...(offered.get(id) ?? [])]]));
}
