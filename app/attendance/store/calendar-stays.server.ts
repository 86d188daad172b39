import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type PresenceRow, presenceColumns } from "./presences.server.ts";

/** Whose stays: those of a facility, or those of the children of households. */
export type StaysOf = { facilityId: string } | { householdIds: string[] };

const contractsOf = (of: StaysOf): Prisma.ContractWhereInput =>
  "facilityId" in of ? { facilityId: of.facilityId } : { child: { householdId: { in: of.householdIds } } };

export type CalendarContract = {
  id: string;
  agreementId: string;
  kind: "regular" | "occasional" | "emergency";
  stage: "adaptation" | "regular";
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  createdAt: Date;
  facilityId: string;
  facilityName: string;
  sectionId: string;
  childId: string;
  firstName: string;
  lastName: string;
};

/** Contracts that run on some day of a period, oldest child's first name first. */
export async function listCalendarContracts(
  db: Database,
  of: StaysOf,
  from: CalendarDay,
  to: CalendarDay,
): Promise<CalendarContract[]> {
  const rows = await db.contract.findMany({
    where: { ...contractsOf(of), startOn: { lte: to }, OR: [{ endOn: null }, { endOn: { gte: from } }] },
    select: {
      id: true,
      agreementId: true,
      kind: true,
      stage: true,
      pattern: true,
      startOn: true,
      endOn: true,
      createdAt: true,
      facilityId: true,
      sectionId: true,
      facility: { select: { name: true } },
      child: { select: { id: true, firstName: true, lastName: true } },
    },
    orderBy: [{ child: { firstName: "asc" } }, { startOn: "asc" }],
  });
  return rows.map(({ facility, child, ...row }) => ({
    ...(row as Pick<
      CalendarContract,
      "id" | "agreementId" | "kind" | "stage" | "createdAt" | "facilityId" | "sectionId"
    >),
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
    facilityName: facility.name,
    childId: child.id,
    firstName: child.firstName,
    lastName: child.lastName,
  }));
}

type WrittenRow = PresenceRow & { contractId: string; markedAt: Date | null };

/** Stays written in the day plans that begin between two days. */
export async function listWrittenStays(
  db: Database,
  of: StaysOf,
  from: CalendarDay,
  to: CalendarDay,
): Promise<WrittenRow[]> {
  // By contract first: through the relation, SQLite would read the stays of the whole town.
  const contracts = await db.contract.findMany({ where: contractsOf(of), select: { id: true } });
  const rows = await db.presence.findMany({
    where: { contractId: { in: contracts.map(({ id }) => id) }, day: { gte: from, lte: to } },
    select: { ...presenceColumns, contractId: true, markedAt: true },
  });
  return rows as WrittenRow[];
}

export type AskedStay = {
  id: string;
  contractId: string;
  sectionId: string;
  day: CalendarDay;
  start: Date;
  end: Date;
  /** Waiting: no place yet. Asked: a place is free, the family says. */
  status: "waiting" | "asked";
  answerBy: Date | null;
};

/** Occasional hours between two days that are not booked yet: what is booked is in the day plans. */
export async function listAskedStays(
  db: Database,
  of: StaysOf,
  from: CalendarDay,
  to: CalendarDay,
): Promise<AskedStay[]> {
  const rows = await db.occasionalStay.findMany({
    where: {
      contract: contractsOf(of),
      day: { gte: from, lte: to },
      status: { in: ["waiting", "asked"] satisfies AskedStay["status"][] },
    },
    select: {
      id: true,
      contractId: true,
      sectionId: true,
      day: true,
      start: true,
      end: true,
      status: true,
      answerBy: true,
    },
    orderBy: [{ start: "asc" }, { id: "asc" }],
  });
  return rows as AskedStay[];
}

export type AbsenceTarget = {
  contractId: string;
  facilityId: string;
  householdId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  presence: PresenceRow | null;
};

/** A contract, with its stay that begins at an instant when a day plan holds it. */
export async function findAbsenceTarget(
  db: Database,
  contractId: string,
  plannedStart: Date,
): Promise<AbsenceTarget | null> {
  const row = await db.contract.findUnique({
    where: { id: contractId },
    select: {
      id: true,
      facilityId: true,
      pattern: true,
      startOn: true,
      endOn: true,
      child: { select: { householdId: true } },
      presences: { where: { plannedStart }, select: presenceColumns },
    },
  });
  if (!row) return null;
  return {
    contractId: row.id,
    facilityId: row.facilityId,
    householdId: row.child.householdId,
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
    presence: (row.presences[0] as PresenceRow | undefined) ?? null,
  };
}

/** Writes a stay as absent before its day plan is made; the plan then finds it there. */
export async function insertAbsence(
  tx: Database,
  absence: Prisma.PresenceUncheckedCreateInput,
): Promise<void> {
  await tx.presence.create({ data: absence });
}
