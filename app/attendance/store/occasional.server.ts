// Hours asked one day at a time: the stays, who waits for them, and whom to write to.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { type OccasionalStatus, openStays } from "../rules/occasional.ts";

export type OccasionalRow = {
  id: string;
  contractId: string;
  sectionId: string;
  day: CalendarDay;
  start: Date;
  end: Date;
  status: OccasionalStatus;
  version: number;
  createdAt: Date;
  askedAt: Date | null;
  answerBy: Date | null;
  answeredAt: Date | null;
  childId: string;
  householdId: string;
  firstName: string;
  lastName: string;
  facilityId: string;
  facilityName: string;
  organisationId: string | null;
};

const selection = {
  id: true,
  contractId: true,
  sectionId: true,
  day: true,
  start: true,
  end: true,
  status: true,
  version: true,
  createdAt: true,
  askedAt: true,
  answerBy: true,
  answeredAt: true,
  contract: {
    select: {
      childId: true,
      facilityId: true,
      facility: { select: { name: true, organisationId: true } },
      child: { select: { firstName: true, lastName: true, householdId: true } },
    },
  },
} satisfies Prisma.OccasionalStaySelect;

type Selected = Prisma.OccasionalStayGetPayload<{ select: typeof selection }>;

function asRow({ contract, day, status, ...row }: Selected): OccasionalRow {
  const { childId, facilityId, facility, child } = contract;
  return {
    ...row,
    ...child,
    day: day as CalendarDay,
    status: status as OccasionalStatus,
    childId,
    facilityId,
    facilityName: facility.name,
    organisationId: facility.organisationId,
  };
}

async function list(db: Database, where: Prisma.OccasionalStayWhereInput): Promise<OccasionalRow[]> {
  // In order of asking: the id settles those of the same moment.
  const orderBy = [{ createdAt: "asc" as const }, { id: "asc" as const }];
  const rows = await db.occasionalStay.findMany({ where, select: selection, orderBy });
  return rows.map(asRow);
}

const openOnes = { status: { in: [...openStays] } };

export async function findOccasionalStay(
  db: Database,
  key: { id: string } | { tokenHash: string },
): Promise<OccasionalRow | null> {
  const row = await db.occasionalStay.findUnique({ where: key, select: selection });
  return row && asRow(row);
}

/** Stays of a facility that are not over, on days of a period, in order of asking. */
export async function listFacilityOccasional(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<OccasionalRow[]> {
  return list(db, { ...openOnes, contract: { facilityId }, day: { gte: from, lte: to } });
}

/** Those of the children of households, that end after a moment. */
export async function listHouseholdOccasional(
  db: Database,
  householdIds: string[],
  after: Date,
): Promise<OccasionalRow[]> {
  const contract = { child: { householdId: { in: householdIds } } };
  return list(db, { ...openOnes, contract, end: { gt: after } });
}

/** Those of one child, whatever the facility, that touch some hours. */
export async function listChildOccasional(
  db: Database,
  childId: string,
  { start, end }: { start: Date; end: Date },
): Promise<OccasionalRow[]> {
  return list(db, { ...openOnes, contract: { childId }, start: { lt: end }, end: { gt: start } });
}

/** Those of one contract that begin after a day. */
export async function listOccasionalAfter(
  db: Database,
  contractIds: string[],
  day: CalendarDay,
): Promise<OccasionalRow[]> {
  return list(db, { ...openOnes, contractId: { in: contractIds }, day: { gt: day } });
}

/** Waiting stays whose moment has not come yet, in order of asking. */
export async function listWaiting(db: Database, facilityId: string, after: Date): Promise<OccasionalRow[]> {
  return list(db, { status: "waiting", contract: { facilityId }, start: { gte: after } });
}

export async function listWaitingFacilities(db: Database, after: Date): Promise<string[]> {
  const rows = await db.contract.findMany({
    where: { occasionalStays: { some: { status: "waiting", start: { gte: after } } } },
    select: { facilityId: true },
    distinct: ["facilityId"],
    orderBy: { facilityId: "asc" },
  });
  return rows.map(({ facilityId }) => facilityId);
}

/** Asks without an answer in time, and waits that have been in vain. */
export async function listLapsedIds(db: Database, now: Date, lastStart: Date): Promise<string[]> {
  const rows = await db.occasionalStay.findMany({
    where: {
      OR: [
        { status: "asked", answerBy: { lte: now } },
        { status: "waiting", start: { lt: lastStart } },
      ],
    },
    select: { id: true },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}

export type NewStay = Pick<
  OccasionalRow,
  "contractId" | "sectionId" | "day" | "start" | "end" | "createdAt"
> & {
  status: "booked" | "waiting";
};

export async function insertOccasionalStay(tx: Database, stay: NewStay): Promise<string> {
  const { id } = await tx.occasionalStay.create({ data: stay, select: { id: true } });
  return id;
}

/** Moves a stay only if it still stands where the caller saw it. Returns whether it did. */
export async function moveOccasionalStay(
  tx: Database,
  { id, status, version }: Pick<OccasionalRow, "id" | "status" | "version">,
  change: {
    status: OccasionalStatus;
    askedAt?: Date;
    answerBy?: Date;
    answeredAt?: Date;
    tokenHash?: string;
  },
): Promise<boolean> {
  const { count } = await tx.occasionalStay.updateMany({
    where: { id, status, version },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

export type StayReader = { guardianId: string; firstName: string; email: string; language: "fr" | "en" };

/** The guardians of a contract's child who can be written to, in the language that each reads. */
export async function listStayReaders(db: Database, contractId: string): Promise<StayReader[]> {
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: {
      careRequest: { select: { language: true } },
      child: {
        select: {
          household: {
            select: {
              guardians: {
                where: { email: { not: null } },
                select: { id: true, firstName: true, email: true, account: { select: { language: true } } },
                orderBy: { rank: "asc" },
              },
            },
          },
        },
      },
    },
  });
  const asked = contract.careRequest?.language;
  return contract.child.household.guardians.map(({ id, firstName, email, account }) => ({
    guardianId: id,
    firstName,
    email: email!,
    language: (account?.language ?? asked) === "en" ? "en" : "fr",
  }));
}
