import type { Visit } from "#app/access/visit.server.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import type { ZoneFacts } from "#app/territory/rules/zone.ts";
import {
  type DirectoryFilters,
  type QuarterOfDirectory,
  byQuarter,
  isNamed,
  matches,
  placesOf,
  readFilters,
} from "../rules/directory.ts";
import { findDirectory } from "../store/directory.server.ts";

export type DirectoryView = {
  filters: DirectoryFilters;
  quarters: QuarterOfDirectory[];
  /** Every quarter that has a zone or a facility. */
  quarterNames: string[];
  count: number;
  childminders: number;
  places: { known: number; unknown: number };
  /** Zones of the town, with the number of facilities (or of childminders, when asked for) in their quarter. */
  zones: (Pick<ZoneFacts, "code" | "name" | "quarterName" | "longitude" | "latitude" | "contour"> & {
    facilities: number;
  })[];
};

/** The public list of facilities, with the map of the town. Nothing in it is about families. */
export async function readDirectory({ db, today }: Visit, search: URLSearchParams): Promise<DirectoryView> {
  const [facilities, zones] = [await findDirectory(db, today), await readZones(db)];
  const quarterNames = [
    ...new Set([...zones, ...facilities].flatMap(({ quarterName }) => quarterName ?? [])),
  ].sort((a, b) => a.localeCompare(b, "fr"));
  const filters = readFilters(search, quarterNames);
  const shown = facilities.filter((facility) => matches(facility, filters));
  const named = shown.filter(isNamed);
  const drawn = facilities.filter((facility) => filters.kind === "childminder" || isNamed(facility));
  const ofKind = drawn.filter((facility) => matches(facility, { ...filters, quarter: null }));
  return {
    filters,
    quarters: byQuarter(shown),
    quarterNames,
    count: named.length,
    childminders: shown.length - named.length,
    places: placesOf(named),
    zones: zones.map(({ code, name, quarterName, longitude, latitude, contour }) => ({
      ...{ code, name, quarterName, longitude, latitude, contour },
      facilities: ofKind.filter((facility) => facility.quarterName === quarterName).length,
    })),
  };
}
