import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { listAskedHours } from "../store/asked-hours.server.ts";

/**
 * Hours that requests still open ask for, by the facility that each wishes first: an hour is asked once. Those that
 * have an offer to answer are left to the offers.
 * @param to leaves out requests for a later day
 */
export async function readAskedHours(
  db: Database,
  to: CalendarDay,
  facilityId?: string,
): Promise<Map<string, Holding[]>> {
  return listAskedHours(db, to, facilityId);
}
