import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { SchoolPeriod, SchoolPeriodKind } from "#app/calendar/rules/school-year.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { Contour } from "./rules/contour.ts";
import type { ZoneFacts, ZoneKind } from "./rules/zone.ts";

/** Every zone, by code. */
export async function findZones(db: Database): Promise<ZoneFacts[]> {
  const rows = await db.zone.findMany({ orderBy: { code: "asc" } });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ZoneKind,
    contour: row.contour as Contour | null,
  }));
}

/** A kind or a contour that is not known is left to the column's default. */
const zoneColumns = <T extends Partial<ZoneFacts>>({ kind, contour, ...others }: T) => ({
  ...others,
  ...(kind ? { kind } : {}),
  ...(contour ? { contour: contour as Prisma.InputJsonValue } : {}),
});

export async function insertZones(tx: Database, zones: ZoneFacts[]): Promise<void> {
  await tx.zone.createMany({ data: zones.map(zoneColumns) });
}

export async function updateZone(tx: Database, code: string, changes: Partial<ZoneFacts>): Promise<void> {
  await tx.zone.update({ where: { code }, data: zoneColumns(changes) });
}

export type PeriodFacts = SchoolPeriod & { confidence: "sourced" | "to confirm"; source: string };
export type StoredPeriod = PeriodFacts & { id: string };

export async function findSchoolPeriods(db: Database): Promise<StoredPeriod[]> {
  const rows = await db.schoolPeriod.findMany({ orderBy: [{ fromDay: "asc" }, { kind: "asc" }] });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as SchoolPeriodKind,
    fromDay: row.fromDay as CalendarDay,
    toDay: row.toDay as CalendarDay | null,
    confidence: row.confidence as PeriodFacts["confidence"],
  }));
}

export async function insertSchoolPeriods(tx: Database, periods: PeriodFacts[]): Promise<void> {
  await tx.schoolPeriod.createMany({ data: periods });
}

export async function updateSchoolPeriod(
  tx: Database,
  id: string,
  changes: Partial<PeriodFacts>,
): Promise<void> {
  await tx.schoolPeriod.update({ where: { id }, data: changes });
}
