import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Closure } from "../rules/days-off.ts";
import type { RunningContract } from "../rules/planned-stays.ts";

export type KnownClosure = Closure & { id: string };

/** Closures that last until a day or later, in order. */
export async function listClosures(
  db: Database,
  facilityId: string,
  from: CalendarDay,
): Promise<KnownClosure[]> {
  const rows = await db.closure.findMany({
    where: { facilityId, toDay: { gte: from } },
    select: { id: true, fromDay: true, toDay: true, label: true },
    orderBy: { fromDay: "asc" },
  });
  return rows as KnownClosure[];
}

export async function insertClosure(tx: Database, facilityId: string, closure: Closure): Promise<string> {
  const { fromDay, toDay, label } = closure;
  const { id } = await tx.closure.create({
    data: { facilityId, fromDay, toDay, label },
    select: { id: true },
  });
  return id;
}

export async function deleteClosure(tx: Database, id: string): Promise<void> {
  await tx.closure.delete({ where: { id } });
}

export type ConcernedContract = RunningContract & {
  id: string;
  language: "fr" | "en";
  child: { firstName: string; householdId: string };
  guardians: { id: string; firstName: string; email: string | null }[];
};

/** Contracts of a facility that run on some day of a period, with whom to tell. */
export async function listConcernedContracts(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<ConcernedContract[]> {
  const rows = await db.contract.findMany({
    where: { facilityId, startOn: { lte: to }, OR: [{ endOn: null }, { endOn: { gte: from } }] },
    select: {
      id: true,
      pattern: true,
      startOn: true,
      endOn: true,
      careRequest: { select: { language: true } },
      child: {
        select: {
          firstName: true,
          householdId: true,
          household: {
            select: {
              guardians: { select: { id: true, firstName: true, email: true }, orderBy: { rank: "asc" } },
            },
          },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, pattern, startOn, endOn, careRequest, child }) => ({
    id,
    pattern: pattern as WeeklyPattern,
    startOn: startOn as CalendarDay,
    endOn: endOn as CalendarDay | null,
    language: careRequest?.language === "en" ? "en" : "fr",
    child: { firstName: child.firstName, householdId: child.householdId },
    guardians: child.household.guardians,
  }));
}
