import type { Database } from "#app/platform/database/client.server.ts";
import type { ZoneFacts } from "../rules/zone.ts";
import { findZones } from "../store.server.ts";

/** Every zone of the town, by code, with its contour where one was imported. */
export function readZones(db: Database): Promise<ZoneFacts[]> {
  return findZones(db);
}
