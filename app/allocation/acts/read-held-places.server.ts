import { readDaysOff } from "#app/attendance/acts/read-days-off.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PlaceLookedAt } from "../rules/place.ts";
import type { Place } from "../store/places.server.ts";
import { readHeldHours } from "./read-held-hours.server.ts";

/**
 * Sections with everything held in each from a day on: contracts, and offers that wait for an answer; and the days
 * on which nobody is expected there.
 */
export async function readHeldPlaces(
  db: Database,
  places: Place[],
  from: CalendarDay,
): Promise<Map<string, PlaceLookedAt>> {
  const sectionIds = places.map(({ section }) => section.id);
  const facilityIds = places.map(({ facility }) => facility.id);
  const holdings = await readHeldHours(db, sectionIds, from);
  const off = await readDaysOff(db, from, facilityIds);
  return new Map(
    places.map(({ section, facility, bands }) => [
      section.id,
      {
        ...{ kind: facility.kind, section, bands },
        holdings: holdings.get(section.id)!,
        off: off.get(facility.id),
      },
    ]),
  );
}
