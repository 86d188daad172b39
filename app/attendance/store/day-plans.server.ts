import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Stay } from "#app/calendar/rules/stays.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type PlannedRow = Stay & { contractId: string };
/** `byContract`: the hours of the contract say it; others are booked one by one, or came unplanned. */
export type KnownRow = {
  id: string;
  contractId: string;
  plannedStart: Date;
  marked: boolean;
  byContract: boolean;
};

/** Stays already written for a period. */
export async function listKnownRows(
  tx: Database,
  from: CalendarDay,
  to: CalendarDay,
  contractIds?: string[],
): Promise<KnownRow[]> {
  const rows = await tx.presence.findMany({
    where: { day: { gte: from, lte: to }, ...(contractIds ? { contractId: { in: contractIds } } : {}) },
    select: { id: true, contractId: true, plannedStart: true, state: true, origin: true },
  });
  return rows.map(({ id, contractId, plannedStart, state, origin }) => ({
    id,
    contractId,
    plannedStart,
    marked: state !== "planned",
    byContract: origin === "contract",
  }));
}

/** The last day before `before` for which a stay of each contract is written; not further back than `since`. */
export async function lastWrittenDays(
  tx: Database,
  since: CalendarDay,
  before: CalendarDay,
  contractIds?: string[],
): Promise<Map<string, CalendarDay>> {
  const groups = await tx.presence.groupBy({
    by: ["contractId"],
    where: { day: { gte: since, lt: before }, ...(contractIds ? { contractId: { in: contractIds } } : {}) },
    _max: { day: true },
  });
  return new Map(groups.map(({ contractId, _max }) => [contractId, _max.day as CalendarDay]));
}

/** SQLite takes a bounded number of values a statement. */
const chunk = 500;

export async function insertPlannedRows(tx: Database, rows: PlannedRow[]): Promise<void> {
  for (let index = 0; index < rows.length; index += chunk) {
    await tx.presence.createMany({
      data: rows.slice(index, index + chunk).map(({ contractId, day, start, end }) => ({
        contractId,
        day,
        plannedStart: start,
        plannedEnd: end,
        state: "planned",
      })),
    });
  }
}

/** Only rows that nobody has marked. */
export async function deleteUnmarkedRows(tx: Database, ids: string[]): Promise<number> {
  let deleted = 0;
  for (let index = 0; index < ids.length; index += chunk) {
    const { count } = await tx.presence.deleteMany({
      where: { id: { in: ids.slice(index, index + chunk) }, state: "planned" },
    });
    deleted += count;
  }
  return deleted;
}
