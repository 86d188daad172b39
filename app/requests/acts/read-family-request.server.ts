import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, type Visit, notFound } from "#app/access/visit.server.ts";
import { type AdviceRead, readAdvice } from "#app/advice/acts/read-advice.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { mayTransition, statusMeaning } from "../rules/lifecycle.ts";
import { type NextStep, nextStepOf } from "../rules/next-step.ts";
import { priorityFacts } from "../rules/priority-facts.ts";
import { mayTellBirth } from "../rules/birth.ts";
import { isOutOfDate, sendingMove } from "../rules/proof-states.ts";
import type { AskedTogether } from "../rules/siblings.ts";
import type { TimelineStep } from "../rules/timeline.ts";
import { type FamilyRequest, findFamilyRequest } from "../store/family-space.server.ts";
import { findAskedTogether } from "../store/siblings.server.ts";
import { readNextDays } from "./read-next-days.server.ts";
import { type RenewalView, readRenewal } from "./read-renewal.server.ts";
import { readTimeline } from "./read-timeline.server.ts";

export type FamilyFact = FamilyRequest["facts"][number] & {
  /** The document to send; null when the town can see for itself. */
  proof: string | null;
  maySend: boolean;
  /** The accepted document no longer counts. */
  outOfDate: boolean;
  files: { fileName: string; sentAt: Date }[];
};

export type FamilyRequestPage = {
  request: Omit<FamilyRequest, "facts" | "proofs" | "householdId" | "siblingGroupId" | "siblingRule"> & {
    submittedOn: CalendarDay;
    together: AskedTogether;
  };
  next: NextStep;
  timeline: TimelineStep[];
  facts: FamilyFact[];
  advice: AdviceRead[];
  mayWithdraw: boolean;
  mayDeclareBirth: boolean;
  /** Whether it still stands: asked, to be told, or to be opened again. */
  renewal: RenewalView | null;
};

export type TrackedRequest = Pick<FamilyRequestPage, "next" | "timeline"> & {
  request: Pick<FamilyRequest, "id" | "reference" | "kind" | "status" | "referrals" | "submittedAt"> & {
    childFirstName: string;
  };
};

function nextOf(
  { status, nextStepBy, lastStepAt }: FamilyRequest,
  today: CalendarDay,
  nextDay: CalendarDay | null = null,
): NextStep {
  return nextStepOf(status, nextStepBy ?? nextDay, lastStepAt && dayOf(lastStepAt), today);
}

/** One request with all that its family may know of it. */
export async function readFamilyRequest(visit: SignedVisit, id: string): Promise<FamilyRequestPage> {
  const { db, today } = visit;
  const found = await findFamilyRequest(db, { id });
  if (!found || !within(visit.scope, { householdId: found.householdId })) throw notFound();
  const { facts, proofs, householdId: _, siblingGroupId, siblingRule, ...request } = found;
  const rules = await readParameter(db, "priority-facts", today, priorityFacts);
  const closed = statusMeaning[found.status].outcome === "closed";
  return {
    request: {
      ...request,
      submittedOn: dayOf(request.submittedAt),
      together: await findAskedTogether(db, { id, siblingGroupId, siblingRule }),
    },
    next: nextOf(found, today, (await readNextDays(visit, [found])).get(id)),
    timeline: await readTimeline(db, id),
    facts: facts.map((fact) => {
      const proof = rules.find(({ code }) => code === fact.code)?.proof ?? "none";
      return {
        ...fact,
        proof: proof === "none" ? null : proof,
        maySend: !closed && proof !== "none" && sendingMove(fact, today) !== null,
        outOfDate: isOutOfDate(fact, today),
        files: proofs
          .filter(({ factCode }) => factCode === fact.code)
          .map(({ fileName, sentAt }) => ({ fileName, sentAt })),
      };
    }),
    advice: await readAdvice(db, id),
    mayWithdraw: mayTransition("withdraw", request.status, "family"),
    mayDeclareBirth: mayTellBirth(found),
    renewal: await readRenewal(visit, id),
  };
}

/** A link may be passed on: which facts of its life a family has stated or proved is told to its guardians alone. */
function withoutFacts(timeline: TimelineStep[]): TimelineStep[] {
  return timeline
    .filter(({ transition }) => transition !== "cafReferral")
    .map((step) => ({ ...step, factCodes: [] }));
}

/** What the tracking link shows: one request and where it stands; nothing of the rest of the family. */
export async function readTrackedRequest(visit: Visit, token: string): Promise<TrackedRequest> {
  const found = await findFamilyRequest(visit.db, { trackingTokenHash: hashToken(token) });
  if (!found) throw notFound();
  const { id, reference, kind, status, referrals, submittedAt } = found;
  return {
    request: { id, reference, kind, status, referrals, submittedAt, childFirstName: found.child.firstName },
    next: nextOf(found, visit.today),
    timeline: withoutFacts(await readTimeline(visit.db, id)),
  };
}
