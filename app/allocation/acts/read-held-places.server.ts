import { readHoldings } from "#app/attendance/acts/read-holdings.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PlaceLookedAt } from "../rules/place.ts";
import { listOfferedHours } from "../store/held-hours.server.ts";
import type { Place } from "../store/places.server.ts";

/** Sections with everything held in each: contracts, and offers that wait for an answer. */
export async function readHeldPlaces(db: Database, places: Place[]): Promise<Map<string, PlaceLookedAt>> {
  const offered = await listOfferedHours(
    db,
    places.map(({ section }) => section.id),
  );
  const held = new Map<string, PlaceLookedAt>();
  for (const { section, facility, bands } of places) {
    const holdings = [...(await readHoldings(db, section.id)), ...(offered.get(section.id) ?? [])];
    held.set(section.id, { kind: facility.kind, section, bands, holdings });
  }
  return held;
}
