import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import type { SiblingRule } from "../rules/siblings.ts";

export type NewCareRequest = {
  id: string;
  reference: string;
  householdId: string;
  childId: string;
  kind: CareKind;
  status: CareRequestStatus;
  language: string;
  pattern: WeeklyPattern;
  weeklyMinutes: number;
  atypicalMinutes: number;
  startOn: CalendarDay;
  flexibleWeeks: number;
  zoneCode: string | null;
  adviceConsent: boolean;
  /** Left out: all the hours, or nothing. */
  minDays?: number | null;
  fewerDaysFirst?: boolean;
  /** Left out for a child alone. */
  siblingGroupId?: string | null;
  siblingRule?: SiblingRule;
  submittedAt: Date;
  nextStepBy: CalendarDay;
  trackingTokenHash: string;
  wishes: { rank: number; facilityId: string; coveredMinutes: number }[];
  /** Codes of the facts stated. */
  facts: string[];
};

export async function insertCareRequest(
  tx: Database,
  { wishes, facts, ...request }: NewCareRequest,
): Promise<void> {
  await tx.careRequest.create({ data: request });
  await tx.wish.createMany({ data: wishes.map((wish) => ({ ...wish, careRequestId: request.id })) });
  await tx.priorityFact.createMany({
    data: facts.map((code) => ({ code, careRequestId: request.id, proofState: "stated" })),
  });
}

export async function isReferenceTaken(tx: Database, reference: string): Promise<boolean> {
  return (await tx.careRequest.count({ where: { reference } })) > 0;
}

export type SentRequest = {
  id: string;
  reference: string;
  kind: CareKind;
  childFirstName: string;
  submittedAt: Date;
  nextStepBy: CalendarDay | null;
  handlerName: string | null;
  emails: string[];
  minDays: number | null;
  fewerDaysFirst: boolean;
  siblingGroupId: string | null;
  siblingRule: SiblingRule;
};

/** Requests just sent, in the order given, for their acknowledgement. */
export async function findSentRequests(db: Database, ids: string[]): Promise<SentRequest[]> {
  const rows = await db.careRequest.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      reference: true,
      kind: true,
      handlerId: true,
      submittedAt: true,
      nextStepBy: true,
      minDays: true,
      fewerDaysFirst: true,
      siblingGroupId: true,
      siblingRule: true,
      child: { select: { firstName: true } },
      household: { select: { guardians: { select: { email: true }, orderBy: { rank: "asc" } } } },
    },
  });
  const handlers = await db.organisation.findMany({
    where: { id: { in: rows.flatMap(({ handlerId }) => handlerId ?? []) } },
    select: { id: true, name: true },
  });
  return rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ child, household, handlerId, kind, nextStepBy, ...row }) => ({
      ...row,
      kind: kind as CareKind,
      siblingRule: row.siblingRule as SiblingRule,
      nextStepBy: nextStepBy as CalendarDay | null,
      childFirstName: child.firstName,
      handlerName: handlers.find(({ id }) => id === handlerId)?.name ?? null,
      emails: household.guardians.flatMap(({ email }) => email ?? []),
    }));
}
