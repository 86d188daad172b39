import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { listHoldingsOf } from "../store/contracts.server.ts";

/**
 * The hours that contracts hold in each of some sections; inside a transaction, what a new offer must fit beside.
 * @param from leaves out contracts that ended before this day
 * @param exceptAgreement one whose hours are about to change
 */
export async function readHoldingsOf(
  db: Database,
  sectionIds: string[],
  from?: CalendarDay,
  exceptAgreement?: string,
): Promise<Map<string, Holding[]>> {
  return listHoldingsOf(db, sectionIds, from ?? null, exceptAgreement);
}
