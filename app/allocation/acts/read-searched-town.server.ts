import { readDaysOff } from "#app/attendance/acts/read-days-off.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type DaysOff, neverOff, placesLeft } from "#app/facilities/rules/capacity.ts";
import { careKindOf, facilityKinds } from "#app/facilities/rules/kinds.ts";
import type { FacilitySearched } from "#app/facilities/rules/search.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type SearchedRow, listSearched } from "../store/searched.server.ts";
import { readHeldHours } from "./read-held-hours.server.ts";

export type SearchedFacility = FacilitySearched &
  Omit<SearchedRow, "sections" | "openings"> & {
    sectionNames: Map<string, string>;
  };

/** Everything that a search looks at: where places are left until a day, whoever the child is. */
export type SearchedTown = { clock: QuarterHours; facilities: SearchedFacility[] };

function searched(
  row: SearchedRow,
  clock: QuarterHours,
  off: DaysOff,
  held: Awaited<ReturnType<typeof readHeldHours>>,
): SearchedFacility {
  const { sections, ...facility } = row;
  return {
    ...facility,
    off,
    sectionNames: new Map(sections.map(({ id, name }) => [id, name])),
    sections: sections
      // Without a licence by the hour nothing is known of its places: an empty one would say "full".
      .filter(({ bands }) => bands.length > 0)
      .map(({ id, minAgeMonths, maxAgeMonths, bands }) => ({
        ...{ id, minAgeMonths, maxAgeMonths, clock },
        left: placesLeft(clock, bands, held.get(id) ?? [], off),
      })),
  };
}

/** Counts it all now. @param to the last day on which somebody may be expected */
export async function readSearchedTown(
  db: Database,
  from: CalendarDay,
  to: CalendarDay,
): Promise<SearchedTown> {
  // The last night ends the day after.
  const clock = quarterHours(from, addDays(to, 1));
  const kinds = facilityKinds.filter((kind) => careKindOf(kind) === "nursery");
  const rows = await listSearched(db, kinds, from);
  const held = await readHeldHours(
    db,
    rows.flatMap(({ sections }) => sections.map(({ id }) => id)),
    from,
  );
  const off = await readDaysOff(
    db,
    from,
    rows.map(({ id }) => id),
  );
  return { clock, facilities: rows.map((row) => searched(row, clock, off.get(row.id) ?? neverOff, held)) };
}

type Kept = { at: number; town: Promise<SearchedTown> };
const keptFor = 60_000;
/** School years looked at at the same time. */
const mostKept = 4;
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * The same, up to a minute old: for people who look, never to hold a place. What is offered is counted again.
 */
export async function recallSearchedTown(
  { db, now }: { db: Database; now: Date },
  from: CalendarDay,
  to: CalendarDay,
): Promise<SearchedTown> {
  const towns = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, towns);
  const key = `${from} ${to}`;
  const known = towns.get(key);
  const age = known ? now.getTime() - known.at : Infinity;
  if (known && age >= 0 && age < keptFor) return known.town;
  towns.delete(key);
  while (towns.size >= mostKept) towns.delete(towns.keys().next().value!);
  const town = readSearchedTown(db, from, to);
  towns.set(key, { at: now.getTime(), town });
  town.catch(() => towns.delete(key));
  return town;
}
