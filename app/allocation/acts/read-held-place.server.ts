import { readHoldings } from "#app/attendance/acts/read-holdings.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PlaceLookedAt } from "../rules/place.ts";
import { listOfferedHours } from "../store/held-hours.server.ts";
import type { Place } from "../store/places.server.ts";

/** A section with everything held in it: contracts, and offers that wait for an answer. */
export async function readHeldPlace(
  db: Database,
  { section, facility, bands }: Place,
): Promise<PlaceLookedAt> {
  const offered = await listOfferedHours(db, [section.id]);
  const holdings = [...(await readHoldings(db, section.id)), ...(offered.get(section.id) ?? [])];
  return { kind: facility.kind, section, bands, holdings };
}
