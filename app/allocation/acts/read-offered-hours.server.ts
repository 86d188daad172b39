import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { listOfferedHoursByFacility } from "../store/held-hours.server.ts";

/**
 * Hours that offers not answered yet hold, facility by facility.
 * @param to leaves out offers for a later day
 */
export async function readOfferedHours(
  db: Database,
  to: CalendarDay,
  facilityId?: string,
): Promise<Map<string, Holding[]>> {
  return listOfferedHoursByFacility(db, to, facilityId);
}
