import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readHeldHours } from "#app/allocation/acts/read-held-hours.server.ts";
import { addDays, mondayOf } from "#app/calendar/rules/day.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type WeekSlot, type WeeklyPattern, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import {
  type StoredChildminder,
  readChildminder,
  readChildminders as listAll,
} from "#app/facilities/acts/read-childminders.server.ts";
import { placesLeft } from "#app/facilities/rules/capacity.ts";
import { type ChildminderState, childminderState } from "#app/facilities/rules/childminder.ts";
import { freeWeek } from "#app/facilities/rules/free-week.ts";
import { readZones } from "#app/territory/acts/read-zones.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";

/** A month of ordinary weeks, from the next Monday on, tells what is free. */
const weeksLooked = 4;

export type ChildminderLine = Pick<StoredChildminder, "id" | "name" | "quarterName" | "places"> & {
  state: ChildminderState;
  hours: WeeklyPattern;
  /** Hours of every week with a place left. */
  free: WeeklyPattern;
  freeMinutes: number;
  /** Contracts and open offers that go on after today. */
  children: number;
};

export type ChildmindersPage = {
  lines: ChildminderLine[];
  quarterNames: string[];
  quarter: string | null;
};

const everyWeek = (slots: WeekSlot[]): WeeklyPattern => ({
  cycleWeeks: 1,
  slots: slots.map((each) => ({ week: 0, ...each })),
});

async function linesOf(
  { db, today }: Pick<SignedVisit, "db" | "today">,
  childminders: StoredChildminder[],
): Promise<ChildminderLine[]> {
  const monday = addDays(mondayOf(today), 7);
  const clock = quarterHours(monday, addDays(monday, 7 * weeksLooked - 1));
  const held = await readHeldHours(
    db,
    childminders.flatMap(({ sectionId }) => sectionId ?? []),
  );
  return childminders.map(({ id, name, quarterName, places, hours, bands, sectionId }) => {
    const holdings = held.get(sectionId ?? "") ?? [];
    const free = everyWeek(freeWeek(clock, placesLeft(clock, bands, holdings)));
    return {
      ...{ id, name, quarterName, places, free },
      state: childminderState({ bands }, today),
      hours: everyWeek(hours),
      freeMinutes: weeklyMinutes(free),
      children: holdings.filter(({ endOn }) => endOn === null || endOn >= today).length,
    };
  });
}

export async function readQuarterNames(db: Database): Promise<string[]> {
  const zones = await readZones(db);
  return [...new Set(zones.map(({ quarterName }) => quarterName))].sort((a, b) => a.localeCompare(b, "fr"));
}

/** The childminders of the town with their free hours, for the RPE. */
export async function readChildminders(
  visit: SignedVisit,
  search: URLSearchParams,
): Promise<ChildmindersPage> {
  const quarterNames = await readQuarterNames(visit.db);
  const quarter = quarterNames.find((each) => each === search.get("quartier")) ?? null;
  const all = await listAll(visit.db);
  const shown = all.filter(({ quarterName }) => quarter === null || quarterName === quarter);
  return { lines: await linesOf(visit, shown), quarterNames, quarter };
}

export type ChildminderPage = { line: ChildminderLine; quarterNames: string[] };

export async function readChildminderPage(visit: SignedVisit, id: string): Promise<ChildminderPage> {
  const found = await readChildminder(visit.db, id);
  if (!found) throw notFound();
  const [line] = await linesOf(visit, [found]);
  return { line: line!, quarterNames: await readQuarterNames(visit.db) };
}
