import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type NewContract = {
  offerId: string | null;
  careRequestId: string | null;
  childId: string;
  facilityId: string;
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  createdAt: Date;
};

export async function insertContract(tx: Database, contract: NewContract): Promise<string> {
  const { id } = await tx.contract.create({ data: contract, select: { id: true } });
  return id;
}

/** Hours held in a section by contracts that last until `from` or later. */
export async function listHoldings(
  db: Database,
  sectionId: string,
  from: CalendarDay | null,
): Promise<Holding[]> {
  const rows = await db.contract.findMany({
    where: { sectionId, OR: [{ endOn: null }, ...(from ? [{ endOn: { gte: from } }] : [{}])] },
    select: { pattern: true, startOn: true, endOn: true },
  });
  return rows.map(({ pattern, startOn, endOn }) => ({
    pattern: pattern as WeeklyPattern,
    startOn: startOn as CalendarDay,
    endOn: endOn as CalendarDay | null,
  }));
}
