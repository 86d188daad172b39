import { readHoldingsOf } from "#app/attendance/acts/read-holdings.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { listOfferedHours } from "../store/held-hours.server.ts";

/**
 * Everything held in each section: contracts, and offers that wait for an answer.
 * @param from leaves out contracts that ended before this day
 * @param exceptAgreement one whose hours are about to change
 */
export async function readHeldHours(
  db: Database,
  sectionIds: string[],
  from?: CalendarDay,
  exceptAgreement?: string,
): Promise<Map<string, Holding[]>> {
  const [contracts, offered] = [
    await readHoldingsOf(db, sectionIds, from, exceptAgreement),
    await listOfferedHours(db, sectionIds),
  ];
  return new Map(sectionIds.map((id) => [id, [...(contracts.get(id) ?? []), ...(offered.get(id) ?? [])]]));
}
