// Requests as a meeting sees them: those that could come in, and those that it froze.
import type { ChildDays } from "#app/allocation/rules/child-age.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { HeldPeriod } from "#app/calendar/rules/held-overlap.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type CareKind, type FacilityKind, careKindOf } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import {
  type CareRequestStatus,
  careRequestStatuses,
  statusMeaning,
  transitions,
} from "#app/requests/rules/lifecycle.ts";
import type { CandidateState, Outcome } from "../rules/meeting.ts";
import { type ScoreSheet, scoreSheet } from "../rules/score-sheet.ts";

export type SiblingRule = "apart" | "together" | "preferTogether";

/** What a meeting needs to know of a request. */
export type ExaminedRequest = {
  id: string;
  reference: string;
  status: CareRequestStatus;
  version: number;
  householdId: string;
  childId: string;
  childName: string;
  child: ChildDays;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  flexibleWeeks: number;
  siblingGroupId: string | null;
  siblingRule: SiblingRule;
  minDays: number | null;
  fewerDaysFirst: boolean;
  submittedAt: Date;
  confirmedAt: Date | null;
  wishes: { rank: number; facilityId: string }[];
  /** Agreements of the child for this kind of care. */
  inCare: { agreementId: string; facilityId: string; endOn: CalendarDay | null; rows: HeldPeriod[] }[];
};

const selection = {
  id: true,
  reference: true,
  status: true,
  version: true,
  householdId: true,
  childId: true,
  kind: true,
  child: {
    select: {
      birthDay: true,
      expectedOn: true,
      firstName: true,
      lastName: true,
      contracts: {
        where: { kind: { not: "occasional" } },
        select: {
          agreementId: true,
          facilityId: true,
          pattern: true,
          startOn: true,
          endOn: true,
          facility: { select: { kind: true } },
        },
        orderBy: [{ startOn: "asc" }, { id: "asc" }],
      },
    },
  },
  pattern: true,
  startOn: true,
  flexibleWeeks: true,
  siblingGroupId: true,
  siblingRule: true,
  minDays: true,
  fewerDaysFirst: true,
  submittedAt: true,
  confirmedAt: true,
  wishes: { select: { rank: true, facilityId: true }, orderBy: { rank: "asc" } },
} satisfies Prisma.CareRequestSelect;

type ContractOfChild = Prisma.CareRequestGetPayload<{
  select: typeof selection;
}>["child"]["contracts"][number];

/** The last row of each agreement says until when it runs. */
function agreementsOf(contracts: readonly ContractOfChild[], kind: string): ExaminedRequest["inCare"] {
  const known = new Map<string, [ContractOfChild, ...ContractOfChild[]]>();
  for (const contract of contracts) {
    const never = contract.endOn !== null && contract.endOn < contract.startOn;
    if (never || careKindOf(contract.facility.kind as FacilityKind) !== kind) continue;
    known.set(contract.agreementId, [contract, ...(known.get(contract.agreementId) ?? [])]);
  }
  return [...known.values()].map((rows) => ({
    agreementId: rows[0].agreementId,
    facilityId: rows[0].facilityId,
    endOn: rows[0].endOn as CalendarDay | null,
    rows: rows.map(({ pattern, startOn, endOn }) => ({ pattern, startOn, endOn }) as HeldPeriod),
  }));
}

function asRequest({
  child,
  kind,
  ...row
}: Prisma.CareRequestGetPayload<{ select: typeof selection }>): ExaminedRequest {
  return {
    ...row,
    status: row.status as CareRequestStatus,
    siblingRule: row.siblingRule as SiblingRule,
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    inCare: agreementsOf(child.contracts, kind),
    childName: `${child.firstName} ${child.lastName}`.trim(),
    child: {
      birthDay: child.birthDay as CalendarDay | null,
      expectedOn: child.expectedOn as CalendarDay | null,
    },
  };
}

/**
 * Requests on the list that could begin by a day and wish for one of some facilities; and those of them that have been
 * asked whether the need stands, or that have a status of `also`.
 */
export async function listRequestsToExamine(
  db: Database,
  wanted: {
    careKind: CareKind;
    startTo: CalendarDay;
    facilityIds: readonly string[];
    also?: readonly CareRequestStatus[];
  },
): Promise<ExaminedRequest[]> {
  const rows = await db.careRequest.findMany({
    where: {
      kind: wanted.careKind,
      status: { in: [...transitions.examine.from, transitions.askRenewal.to, ...(wanted.also ?? [])] },
      startOn: { lte: wanted.startTo },
      // Who is not born yet has no age, hence no section: examined once the birth has been told.
      child: { birthDay: { not: null } },
      wishes: { some: { facilityId: { in: [...wanted.facilityIds] } } },
    },
    select: selection,
    orderBy: { id: "asc" },
  });
  return rows.map(asRequest);
}

/** How many open requests each group of brothers and sisters has, wherever they wish to go. */
export async function countSiblingGroups(
  db: Database,
  careKind: CareKind,
  groupIds: readonly string[],
): Promise<Map<string, number>> {
  const open = careRequestStatuses.filter((status) => statusMeaning[status].outcome === "open");
  const rows = await db.careRequest.groupBy({
    by: ["siblingGroupId"],
    where: { kind: careKind, siblingGroupId: { in: [...groupIds] }, status: { in: [...open] } },
    _count: { _all: true },
  });
  return new Map(rows.map(({ siblingGroupId, _count }) => [siblingGroupId!, _count._all]));
}

/** One request by its id; null when there is none. */
export async function findRequestToExamine(
  db: Database,
  id: string,
): Promise<(ExaminedRequest & { careKind: CareKind }) | null> {
  const row = await db.careRequest.findUnique({ where: { id }, select: selection });
  return row && { ...asRequest(row), careKind: row.kind as CareKind };
}

export type CandidateRow = {
  id: string;
  meetingId: string;
  careRequestId: string;
  number: string;
  state: CandidateState;
  stateReason: string | null;
  engineId: string;
  sheet: ScoreSheet;
  points: number;
  lottery: number;
  level: number | null;
  levelMotive: string | null;
  levelBy: string | null;
  outcome: Outcome | null;
  answer: unknown;
  offerId: string | null;
};
export type Candidate = CandidateRow & { request: ExaminedRequest };

type Selected = Prisma.MeetingCandidateGetPayload<{
  include: { careRequest: { select: typeof selection } };
}>;

function asCandidate({ careRequest, ...row }: Selected): Candidate {
  return {
    ...row,
    state: row.state as CandidateState,
    outcome: row.outcome as Outcome | null,
    sheet: scoreSheet.parse(row.sheet),
    request: asRequest(careRequest),
  };
}

/** In the order of their numbers. */
export async function listCandidates(db: Database, meetingId: string): Promise<Candidate[]> {
  const rows = await db.meetingCandidate.findMany({
    where: { meetingId },
    include: { careRequest: { select: selection } },
    orderBy: { number: "asc" },
  });
  return rows.map(asCandidate);
}

export async function insertCandidates(
  tx: Database,
  rows: readonly Prisma.MeetingCandidateCreateManyInput[],
): Promise<void> {
  await tx.meetingCandidate.createMany({ data: [...rows] });
}

export async function countCandidates(
  db: Database,
  meetingId: string,
): Promise<Record<CandidateState, number>> {
  const rows = await db.meetingCandidate.groupBy({ by: ["state"], where: { meetingId }, _count: true });
  const counts: Record<CandidateState, number> = { included: 0, toRenew: 0, gate: 0, noOption: 0 };
  for (const { state, _count } of rows) counts[state as CandidateState] = _count;
  return counts;
}

/** How many guardians of each request of a meeting can be written to. */
export async function countReachable(db: Database, meetingId: string): Promise<Map<string, number>> {
  const rows = await db.meetingCandidate.findMany({
    where: { meetingId },
    select: {
      careRequestId: true,
      careRequest: { select: { household: { select: { guardians: { select: { email: true } } } } } },
    },
  });
  return new Map(
    rows.map(({ careRequestId, careRequest }) => [
      careRequestId,
      careRequest.household.guardians.filter(({ email }) => email).length,
    ]),
  );
}

export async function writeLevel(
  tx: Database,
  id: string,
  given: { level: number; levelMotive: string; levelBy: string; points: number },
): Promise<void> {
  await tx.meetingCandidate.update({ where: { id }, data: given });
}

export async function writeOutcome(
  tx: Database,
  id: string,
  fixed: { outcome: Outcome | null; answer: Prisma.InputJsonValue; offerId: string | null },
): Promise<void> {
  await tx.meetingCandidate.update({ where: { id }, data: fixed });
}

/** What published meetings answered to a request, the latest first; without an outcome, why it was not examined. */
export async function listAnswersOf(
  db: Database,
  careRequestId: string,
): Promise<(CandidateRow & { heldOn: CalendarDay; publishedAt: Date })[]> {
  const rows = await db.meetingCandidate.findMany({
    where: { careRequestId, meeting: { status: "published" } },
    include: { meeting: { select: { heldOn: true, publishedAt: true } } },
    orderBy: { meeting: { publishedAt: "desc" } },
  });
  const answered = rows.filter(({ answer }) => answer !== null);
  return answered.map(({ meeting, ...row }) => ({
    ...row,
    state: row.state as CandidateState,
    outcome: row.outcome as Outcome | null,
    sheet: scoreSheet.parse(row.sheet),
    heldOn: meeting.heldOn as CalendarDay,
    publishedAt: meeting.publishedAt!,
  }));
}
