import type { Database } from "#app/platform/database/client.server.ts";
import type { PlaceLookedAt } from "../rules/place.ts";
import type { Place } from "../store/places.server.ts";
import { readHeldHours } from "./read-held-hours.server.ts";

/** Sections with everything held in each: contracts, and offers that wait for an answer. */
export async function readHeldPlaces(db: Database, places: Place[]): Promise<Map<string, PlaceLookedAt>> {
  const holdings = await readHeldHours(
    db,
    places.map(({ section }) => section.id),
  );
  return new Map(
    places.map(({ section, facility, bands }) => [
      section.id,
      { kind: facility.kind, section, bands, holdings: holdings.get(section.id)! },
    ]),
  );
}
