import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { type DayOff, daysOff } from "../rules/days-off.ts";
import { plannedStays } from "../rules/planned-stays.ts";
import { listFacilityCalendars } from "../store/calendar.server.ts";
import { type ContractToPlan, listRunningContracts } from "../store/contracts.server.ts";
import {
  type PlannedRow,
  deleteUnmarkedRows,
  insertPlannedRows,
  lastWrittenDays,
  listKnownRows,
} from "../store/day-plans.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

/** Days written ahead, today not counted: facilities plan their teams two weeks ahead. */
const daysAhead = 14;

/** How far back a gap is looked for, left while the job did not run. */
const daysBack = 92;

/** From when each contract is planned: today, or the day after the last one written when the job has missed some. */
async function plannedFrom(
  tx: Database,
  contracts: ContractToPlan[],
  today: CalendarDay,
  only?: string[],
): Promise<Map<string, CalendarDay>> {
  const since = addDays(today, -daysBack);
  const written = await lastWrittenDays(tx, since, today, only);
  return new Map(
    contracts.map(({ id, createdAt, startOn }): [string, CalendarDay] => {
      const last = written.get(id);
      const signedOn = dayOf(createdAt);
      const begun = startOn > signedOn ? startOn : signedOn;
      const missed = last ? addDays(last, 1) : begun > since ? begun : since;
      return [id, missed < today ? missed : today];
    }),
  );
}

export type PlannedDays = { created: number; removed: number };

/**
 * Writes the stays that every running contract books from today on, days off left out. Run again, it writes
 * nothing twice; after days without a run, it writes those it missed too. A stay to come that nobody has marked goes when a closure, or the end of the contract, says so.
 * @param only the contracts named, for one that has just been signed
 */
export async function planDays(
  { db, now }: { db: Database; now: Date },
  { until, only }: { until?: CalendarDay; only?: string[] } = {},
): Promise<PlannedDays> {
  const today = dayOf(now);
  const to = until ?? addDays(today, daysAhead);
  return inTransaction(db, async (tx) => {
    const contracts = await listRunningContracts(tx, addDays(today, -daysBack), to, only);
    const from = await plannedFrom(tx, contracts, today, only);
    const earliest = [...from.values()].reduce((least, day) => (day < least ? day : least), today);
    const facilityIds = only && [...new Set(contracts.map(({ facilityId }) => facilityId))];
    const town = await readTownCalendar(tx, today);
    const off = new Map<string, Map<CalendarDay, DayOff>>();
    for (const facility of await listFacilityCalendars(tx, earliest, facilityIds)) {
      off.set(facility.id, daysOff(earliest, to, facility, town));
    }
    const key = (contractId: string, start: Date): string => `${contractId} ${start.getTime()}`;
    const wanted = new Map<string, PlannedRow>();
    for (const { id, facilityId, ...contract } of contracts) {
      for (const stay of plannedStays(contract, from.get(id)!, to, off.get(facilityId)!)) {
        wanted.set(key(id, stay.start), { ...stay, contractId: id });
      }
    }
    const obsolete: string[] = [];
    for (const known of await listKnownRows(tx, today, to, only)) {
      const expected = wanted.delete(key(known.contractId, known.plannedStart));
      if (!expected && known.byContract && !known.marked && known.plannedStart > now) obsolete.push(known.id);
    }
    await insertPlannedRows(tx, [...wanted.values()]);
    return { created: wanted.size, removed: await deleteUnmarkedRows(tx, obsolete) };
  });
}
