import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type Grid, type GridMethod, type GridStatus, gridContent } from "../rules/grid.ts";

type Row = NonNullable<Awaited<ReturnType<Database["criteriaGrid"]["findUnique"]>>>;

/** @throws when the stored content is not a grid: the installation has been damaged */
function asGrid(row: Row): Grid {
  return {
    ...gridContent.parse(row.content),
    id: row.id,
    code: row.code,
    version: row.version,
    name: row.name,
    careKind: row.careKind as CareKind,
    method: row.method as GridMethod,
    status: row.status as GridStatus,
    source: row.source,
    sourceUrl: row.sourceUrl,
    decidedOn: row.decidedOn as CalendarDay | null,
    validFrom: row.validFrom as CalendarDay,
    validTo: row.validTo as CalendarDay | null,
  };
}

/** Null when there is none of this id. */
export async function findGrid(db: Database, id: string): Promise<Grid | null> {
  const row = await db.criteriaGrid.findUnique({ where: { id } });
  return row && asGrid(row);
}

/** The adopted grid in force on a day; null when the council has adopted none. */
export async function findGridInForce(
  db: Database,
  careKind: CareKind,
  day: CalendarDay,
): Promise<Grid | null> {
  const row = await db.criteriaGrid.findFirst({
    where: {
      careKind,
      status: "adopted",
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    orderBy: [{ validFrom: "desc" }, { version: "desc" }, { id: "asc" }],
  });
  return row && asGrid(row);
}
