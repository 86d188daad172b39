import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { ContractKind, ContractStage, EndedBy, MadeBy } from "../rules/agreement.ts";
import { type HeldPeriod, contractHours } from "../rules/contract-hours.ts";
import { holdingStays } from "../rules/occasional.ts";
import { oneStay } from "../rules/one-stay.ts";

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
  createdBy?: string | null;
  kind?: ContractKind;
  stage?: ContractStage;
  madeBy?: MadeBy;
  /** Left out: the first row of a new agreement. */
  agreementId?: string;
};

async function insertHours(
  tx: Database,
  { id, childId, ...period }: HeldPeriod & { id: string; childId: string },
): Promise<void> {
  const hours = contractHours(period).map((each) => ({ ...each, contractId: id, childId }));
  if (hours.length > 0) await tx.contractHours.createMany({ data: hours });
}

/** @throws "child-held-twice", from the database, when the child has some of these hours elsewhere */
export async function insertContract(tx: Database, contract: NewContract): Promise<string> {
  const { id } = await tx.contract.create({ data: contract, select: { id: true } });
  await insertHours(tx, { id, ...contract });
  return id;
}

/**
 * Moves the days of a row, only as it was seen; its hours follow.
 * @returns whether it did
 * @throws "child-held-twice", from the database
 */
export async function moveContract(
  tx: Database,
  row: HeldPeriod & { id: string; childId: string; version: number },
  change: {
    startOn?: CalendarDay;
    endOn?: CalendarDay | null;
    endedBy?: EndedBy;
    noticeOn?: CalendarDay;
  },
): Promise<boolean> {
  const { id, childId, version, pattern } = row;
  const { count } = await tx.contract.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  });
  if (count !== 1) return false;
  const { startOn = row.startOn, endOn = row.endOn } = change;
  // Hours booked one day at a time go with their stay, not with the row.
  const own = { contractId: id, NOT: { id: { startsWith: occasionalPrefix } } };
  await tx.contractHours.deleteMany({ where: own });
  await insertHours(tx, { id, childId, pattern, startOn, endOn });
  return true;
}

/**
 * Gives the contracts of one child to another who is the same person; their hours follow.
 * @returns how many contracts moved
 * @throws "child-held-twice", from the database, when both have some of the same hours
 */
export async function giveContracts(tx: Database, fromChildId: string, toChildId: string): Promise<number> {
  const hours = await tx.contractHours.findMany({ where: { childId: fromChildId } });
  await tx.contractHours.deleteMany({ where: { childId: fromChildId } });
  const { count } = await tx.contract.updateMany({
    where: { childId: fromChildId },
    data: { childId: toChildId, version: { increment: 1 } },
  });
  await tx.contractHours.createMany({ data: hours.map((each) => ({ ...each, childId: toChildId })) });
  return count;
}

const occasionalPrefix = "occasional:";

/**
 * Holds the hours of one stay booked under an occasional contract.
 * @throws "child-held-twice", from the database, when the child has some of these hours elsewhere
 */
export async function insertOccasionalHours(
  tx: Database,
  stay: { id: string; contractId: string; childId: string; day: CalendarDay; start: Date; end: Date },
): Promise<void> {
  const { id, contractId, childId, day } = stay;
  const hours = contractHours({ pattern: oneStay(stay), startOn: day, endOn: day });
  const data = hours.map((each, piece) => ({
    ...each,
    id: `${occasionalPrefix}${id}:${piece}`,
    contractId,
    childId,
  }));
  await tx.contractHours.createMany({ data });
}

export async function deleteOccasionalHours(tx: Database, stayId: string): Promise<void> {
  await tx.contractHours.deleteMany({ where: { id: { startsWith: `${occasionalPrefix}${stayId}:` } } });
}

/** Contracts whose last day is `from` or later; all of them without it. */
const endsFrom = (from: CalendarDay | null) =>
  from ? { OR: [{ endOn: null }, { endOn: { gte: from } }] } : {};

/** Hours held in sections by contracts that last until `from` or later: one query, whatever their number. */
export async function listHoldingsOf(
  db: Database,
  sectionIds: string[],
  from: CalendarDay | null,
  exceptAgreement?: string,
): Promise<Map<string, Holding[]>> {
  const except = exceptAgreement ? { agreementId: { not: exceptAgreement } } : {};
  const rows = await db.contract.findMany({
    where: { sectionId: { in: sectionIds }, ...endsFrom(from), ...except },
    select: { sectionId: true, pattern: true, startOn: true, endOn: true },
  });
  const held = new Map<string, Holding[]>(sectionIds.map((id) => [id, []]));
  for (const { sectionId, pattern, startOn, endOn } of rows) {
    held.get(sectionId)!.push({
      pattern: pattern as WeeklyPattern,
      startOn: startOn as CalendarDay,
      endOn: endOn as CalendarDay | null,
    });
  }
  const stays = await db.occasionalStay.findMany({
    where: {
      sectionId: { in: sectionIds },
      status: { in: [...holdingStays] },
      ...(from ? { day: { gte: from } } : {}),
      ...(exceptAgreement ? { contract: except } : {}),
    },
    select: { sectionId: true, day: true, start: true, end: true },
  });
  for (const { sectionId, ...stay } of stays) {
    const day = stay.day as CalendarDay;
    held.get(sectionId)!.push({ pattern: oneStay({ ...stay, day }), startOn: day, endOn: day });
  }
  return held;
}

export type ContractToPlan = {
  id: string;
  createdAt: Date;
  facilityId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
};

/** Contracts that run on some day of a period; only those named when `ids` is given. */
export async function listRunningContracts(
  db: Database,
  from: CalendarDay,
  to: CalendarDay,
  ids?: string[],
): Promise<ContractToPlan[]> {
  const rows = await db.contract.findMany({
    where: { startOn: { lte: to }, ...endsFrom(from), ...(ids ? { id: { in: ids } } : {}) },
    select: { id: true, createdAt: true, facilityId: true, pattern: true, startOn: true, endOn: true },
  });
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt,
    facilityId: row.facilityId,
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
  }));
}

/** Accepted requests whose contract has begun. */
export async function listRequestsToStart(db: Database, today: CalendarDay): Promise<string[]> {
  const rows = await db.careRequest.findMany({
    where: { status: "accepted", contracts: { some: { startOn: { lte: today } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Requests in care with a contract, none of which still runs. */
export async function listRequestsToEnd(db: Database, today: CalendarDay): Promise<string[]> {
  const rows = await db.careRequest.findMany({
    where: {
      status: { in: ["accepted", "inCare"] },
      // Not "every ends before": a contract without end, whose comparison is unknown, would count as over.
      contracts: { some: {}, none: endsFrom(today) },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
