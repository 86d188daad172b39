// What a family sees of its own requests.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import type { ProofState } from "../rules/proof-states.ts";
import type { ReferralReason, ReferralStatus, ReferralTarget } from "../rules/referral-reasons.ts";

const child = {
  select: { id: true, firstName: true, lastName: true, birthDay: true, expectedOn: true },
} as const;
const latestStep = { orderBy: { at: "desc" }, take: 1, select: { at: true } } as const;

export type FamilyChild = {
  id: string;
  /** Empty when nobody has told it before the birth. */
  firstName: string;
  lastName: string;
  birthDay: CalendarDay | null;
  expectedOn: CalendarDay | null;
};

export type RequestLine = {
  id: string;
  reference: string;
  kind: CareKind;
  status: CareRequestStatus;
  nextStepBy: CalendarDay | null;
  lastStepAt: Date | null;
  submittedAt: Date;
  child: FamilyChild;
};

const asChild = (row: Prisma.ChildGetPayload<typeof child>): FamilyChild => row as FamilyChild;

/** The requests of some households, latest first. */
export async function listRequestsOf(db: Database, householdIds: string[]): Promise<RequestLine[]> {
  const rows = await db.careRequest.findMany({
    where: { householdId: { in: householdIds } },
    select: {
      id: true,
      reference: true,
      kind: true,
      status: true,
      nextStepBy: true,
      submittedAt: true,
      child,
      steps: latestStep,
    },
    orderBy: { submittedAt: "desc" },
  });
  return rows.map(({ steps, ...row }) => ({
    ...row,
    kind: row.kind as CareKind,
    status: row.status as CareRequestStatus,
    nextStepBy: row.nextStepBy as CalendarDay | null,
    lastStepAt: steps[0]?.at ?? null,
    child: asChild(row.child),
  }));
}

export type WishedStart = {
  id: string;
  status: CareRequestStatus;
  startOn: CalendarDay;
  childFirstName: string;
};

/** From when some households wish for care, request by request. */
export async function listWishedStarts(db: Database, householdIds: string[]): Promise<WishedStart[]> {
  const rows = await db.careRequest.findMany({
    where: { householdId: { in: householdIds } },
    select: { id: true, status: true, startOn: true, child: { select: { firstName: true } } },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ child, ...row }) => ({
    ...(row as Pick<WishedStart, "id" | "status" | "startOn">),
    childFirstName: child.firstName,
  }));
}

export type FamilyRequest = RequestLine & {
  version: number;
  householdId: string;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  startOn: CalendarDay;
  flexibleWeeks: number;
  minDays: number | null;
  fewerDaysFirst: boolean;
  siblingGroupId: string | null;
  siblingRule: string;
  wishes: { rank: number; facilityName: string; quarterName: string | null; coveredMinutes: number }[];
  facts: {
    code: string;
    proofState: ProofState;
    dueOn: CalendarDay | null;
    validUntil: CalendarDay | null;
  }[];
  proofs: { id: string; factCode: string; fileName: string; sentAt: Date }[];
  referrals: { target: ReferralTarget; name: string | null; reasons: ReferralReason[] }[];
  contracts: {
    id: string;
    facilityName: string;
    sectionName: string;
    pattern: WeeklyPattern;
    startOn: CalendarDay;
    endOn: CalendarDay | null;
  }[];
};

const named = { select: { name: true } } as const;
const replaced: ReferralStatus = "replaced";

const selection = {
  id: true,
  reference: true,
  kind: true,
  status: true,
  version: true,
  householdId: true,
  nextStepBy: true,
  submittedAt: true,
  pattern: true,
  weeklyMinutes: true,
  startOn: true,
  flexibleWeeks: true,
  minDays: true,
  fewerDaysFirst: true,
  siblingGroupId: true,
  siblingRule: true,
  child,
  steps: latestStep,
  wishes: {
    orderBy: { rank: "asc" },
    select: { rank: true, coveredMinutes: true, facility: { select: { name: true, quarterName: true } } },
  },
  facts: {
    orderBy: { code: "asc" },
    select: { code: true, proofState: true, dueOn: true, validUntil: true },
  },
  proofs: { orderBy: { sentAt: "asc" }, select: { id: true, factCode: true, fileName: true, sentAt: true } },
  referrals: {
    where: { status: { not: replaced } },
    orderBy: { createdAt: "asc" },
    select: { target: true, reasons: true, organisation: named, facility: named },
  },
  contracts: {
    orderBy: { startOn: "asc" },
    select: {
      id: true,
      pattern: true,
      startOn: true,
      endOn: true,
      facility: named,
      section: named,
    },
  },
} satisfies Prisma.CareRequestSelect;

/** One request, by its id or by its tracking link; the caller checks whose it is. */
export async function findFamilyRequest(
  db: Database,
  key: { id: string } | { trackingTokenHash: string },
): Promise<FamilyRequest | null> {
  const row = await db.careRequest.findUnique({ where: key, select: selection });
  if (!row) return null;
  const { steps, wishes, facts, referrals, contracts, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as CareKind,
    status: row.status as CareRequestStatus,
    nextStepBy: row.nextStepBy as CalendarDay | null,
    lastStepAt: steps[0]?.at ?? null,
    child: asChild(row.child),
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    wishes: wishes.map(({ facility, ...wish }) => ({
      ...wish,
      facilityName: facility.name,
      quarterName: facility.quarterName,
    })),
    facts: facts.map((fact) => ({
      code: fact.code,
      proofState: fact.proofState as ProofState,
      dueOn: fact.dueOn as CalendarDay | null,
      validUntil: fact.validUntil as CalendarDay | null,
    })),
    referrals: referrals.map(({ target, reasons, organisation, facility }) => ({
      target: target as ReferralTarget,
      name: facility?.name ?? organisation?.name ?? null,
      reasons: reasons as ReferralReason[],
    })),
    contracts: contracts.map(({ facility, section, ...contract }) => ({
      ...contract,
      pattern: contract.pattern as WeeklyPattern,
      startOn: contract.startOn as CalendarDay,
      endOn: contract.endOn as CalendarDay | null,
      facilityName: facility.name,
      sectionName: section.name,
    })),
  };
}

/** The requests of a child: a birth concerns all of them. */
export async function listRequestIdsOfChild(db: Database, childId: string): Promise<string[]> {
  const rows = await db.careRequest.findMany({ where: { childId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Writes down a birth once: nothing changes when the child already has a birth day. */
export async function setBirth(
  tx: Database,
  childId: string,
  birth: { birthDay: CalendarDay; firstName: string },
): Promise<boolean> {
  const { count } = await tx.child.updateMany({ where: { id: childId, birthDay: null }, data: birth });
  return count === 1;
}
