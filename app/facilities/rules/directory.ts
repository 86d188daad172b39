// Every facility of the town by quarter, as anybody may read it.
import { type FacilityKind, facilityKinds } from "./kinds.ts";
import type { OpenHours } from "./stated-facility.ts";

export type DirectoryFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  operatorName: string | null;
  quarterName: string | null;
  address: string | null;
  /** Null is unknown. */
  places: number | null;
  homeBasedPlaces: number | null;
  minAgeMonths: number | null;
  maxAgeMonths: number | null;
  /** Empty when the hours are unknown. */
  hours: OpenHours[];
  statedIn: string | null;
  source: string;
};

export type DirectoryFilters = { kind: FacilityKind | null; quarter: string | null };

/** From the address of the page; what means nothing there filters nothing. */
export function readFilters(search: URLSearchParams, quarters: string[]): DirectoryFilters {
  const [kind, quarter] = [search.get("type"), search.get("quartier")];
  return {
    kind: facilityKinds.find((each) => each === kind) ?? null,
    quarter: quarters.find((each) => each === quarter) ?? null,
  };
}

export function matches(facility: DirectoryFacility, { kind, quarter }: DirectoryFilters): boolean {
  return (kind === null || facility.kind === kind) && (quarter === null || facility.quarterName === quarter);
}

/** Childminders are counted, never named: their home is where they work. */
export type QuarterOfDirectory = {
  name: string | null;
  facilities: DirectoryFacility[];
  childminders: number;
};

/** Quarters by name, facilities by name within each; those whose quarter is unknown come last. */
export function byQuarter(facilities: DirectoryFacility[]): QuarterOfDirectory[] {
  const groups = new Map<string | null, DirectoryFacility[]>();
  for (const facility of [...facilities].sort((a, b) => a.name.localeCompare(b.name, "fr"))) {
    groups.set(facility.quarterName, [...(groups.get(facility.quarterName) ?? []), facility]);
  }
  return [...groups]
    .map(([name, group]) => ({
      name,
      facilities: group.filter(isNamed),
      childminders: group.filter((each) => !isNamed(each)).length,
    }))
    .sort((a, b) => (a.name ?? "\uffff").localeCompare(b.name ?? "\uffff", "fr"));
}

export function isNamed({ kind }: Pick<DirectoryFacility, "kind">): boolean {
  return kind !== "childminder";
}

/** Places of several facilities: the sum of those that are known, and how many facilities do not say. */
export function placesOf(facilities: DirectoryFacility[]): { known: number; unknown: number } {
  const known = facilities.flatMap(({ places, homeBasedPlaces }) =>
    places === null ? [] : places + (homeBasedPlaces ?? 0),
  );
  return {
    known: known.reduce((sum, places) => sum + places, 0),
    unknown: facilities.length - known.length,
  };
}
