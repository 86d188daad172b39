import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type Grid, type GridContent, type GridMethod, type GridStatus, gridContent } from "../rules/grid.ts";

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

/** Every version, the latest in force first. */
export async function listGrids(db: Database): Promise<Grid[]> {
  const rows = await db.criteriaGrid.findMany({
    orderBy: [{ validFrom: "desc" }, { code: "asc" }, { version: "desc" }],
  });
  return rows.map(asGrid);
}

export type NewGrid = Omit<Grid, "id"> & {
  createdAt: Date;
  createdBy: string | null;
  adoptedBy?: string | null;
};

const columns = ({
  criteria,
  gates,
  seniority,
  reserves,
  maxShares,
  tieBreak,
  motives,
  ...row
}: NewGrid) => ({
  ...row,
  content: {
    criteria,
    gates,
    seniority,
    reserves,
    maxShares,
    tieBreak,
    motives,
  } as unknown as Prisma.InputJsonObject,
});

/** Returns the id of the version. */
export async function insertGrid(tx: Database, grid: NewGrid): Promise<string> {
  const { id } = await tx.criteriaGrid.create({ data: columns(grid), select: { id: true } });
  return id;
}

/** The highest version of a code; zero when there is none. */
export async function lastVersionOf(db: Database, code: string): Promise<number> {
  const { _max } = await db.criteriaGrid.aggregate({ where: { code }, _max: { version: true } });
  return _max.version ?? 0;
}

/** Rewrites a draft; false when it is not a draft any more. */
export async function updateDraft(
  tx: Database,
  id: string,
  { name, method, content }: { name: string; method: GridMethod; content: GridContent },
): Promise<boolean> {
  const { count } = await tx.criteriaGrid.updateMany({
    where: { id, status: "draft" },
    data: { name, method, content: content as unknown as Prisma.InputJsonObject },
  });
  return count === 1;
}

/** Adopts a draft, once; false when it is not a draft any more. */
export async function setAdopted(
  tx: Database,
  id: string,
  adoption: { decidedOn: CalendarDay; validFrom: CalendarDay; source: string; adoptedBy: string },
): Promise<boolean> {
  const { count } = await tx.criteriaGrid.updateMany({
    where: { id, status: "draft" },
    data: { ...adoption, sourceUrl: null, status: "adopted" },
  });
  return count === 1;
}

/** Removes a draft; false when it is not a draft any more. */
export async function deleteDraft(tx: Database, id: string): Promise<boolean> {
  const { count } = await tx.criteriaGrid.deleteMany({ where: { id, status: "draft" } });
  return count === 1;
}

export type GridHistory = { adoptedBy: string | null; createdBy: string | null; meetings: number };

/** Who wrote and adopted a version, by name, and how many meetings are bound to it. */
export async function readGridHistory(db: Database, id: string): Promise<GridHistory> {
  const row = await db.criteriaGrid.findUniqueOrThrow({
    where: { id },
    select: { adoptedBy: true, createdBy: true, _count: { select: { meetings: true } } },
  });
  const ids = [row.adoptedBy, row.createdBy].filter((account) => account !== null);
  const accounts = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const nameOf = (account: string | null): string | null =>
    accounts.find((each) => each.id === account)?.displayName ?? null;
  return {
    adoptedBy: nameOf(row.adoptedBy),
    createdBy: nameOf(row.createdBy),
    meetings: row._count.meetings,
  };
}
