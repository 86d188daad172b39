import type { Database } from "#app/platform/database/client.server.ts";
import type { MonthFacts } from "./rules/facts.ts";

/** Replaces all that is known of a month, in the caller's transaction. */
export async function replaceMonth(
  tx: Database,
  { month, occupancy, demand }: MonthFacts,
  recordedAt: Date,
): Promise<void> {
  await tx.occupancyFact.deleteMany({ where: { month } });
  await tx.demandFact.deleteMany({ where: { month } });
  await tx.occupancyFact.createMany({ data: occupancy.map((fact) => ({ ...fact, month, recordedAt })) });
  await tx.demandFact.createMany({ data: demand.map((fact) => ({ ...fact, month, recordedAt })) });
}

/** The last months, oldest first. */
export async function lastMonths(db: Database, count: number): Promise<MonthFacts[]> {
  const known = await db.occupancyFact.groupBy({ by: ["month"], orderBy: { month: "desc" }, take: count });
  const months = known.map(({ month }) => month).reverse();
  const where = { month: { in: months } };
  const occupancy = await db.occupancyFact.findMany({ where, omit: { recordedAt: true } });
  const demand = await db.demandFact.findMany({ where, omit: { recordedAt: true } });
  return months.map((month) => ({
    month,
    occupancy: of(month, occupancy),
    demand: of(month, demand),
  }));
}

function of<Fact extends { month: string }>(month: string, rows: Fact[]): Omit<Fact, "month">[] {
  return rows.filter((row) => row.month === month).map(({ month: _, ...fact }) => fact);
}

export async function recordedAt(db: Database, month: string): Promise<Date | null> {
  const row = await db.occupancyFact.findFirst({ where: { month }, select: { recordedAt: true } });
  return row?.recordedAt ?? null;
}
