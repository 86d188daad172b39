import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { recordAdviceCase } from "#app/advice/acts/record-advice-case.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { referred } from "../messages/referred.ts";
import { type ChangeTarget, changeTargets } from "../rules/change-targets.ts";
import { ageAtStart, rate } from "../rules/coverage.ts";
import { birthToldBefore, nextMeetingAfter } from "../rules/delays.ts";
import type { DeskOutcome } from "../rules/desk-forms.ts";
import type { ChangeReason } from "../rules/referral-reasons.ts";
import type { StepDetails } from "../rules/timeline.ts";
import {
  type ReferralDecision,
  confirmProposals,
  findDesks,
  findReferralDecision,
  listCandidates,
  replaceReferrals,
  setHandler,
} from "../store/referrals.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordStep } from "./record-step.server.ts";

export type ReferralToDecide = {
  careRequestId: string;
  version: number;
  /** Null confirms what is proposed. */
  change: { target: string; reason: ChangeReason } | null;
};

async function findTarget(
  tx: Database,
  request: ReferralDecision,
  value: string,
): Promise<ChangeTarget | null> {
  const candidates = await listCandidates(tx, { ...request, schoolId: request.child.schoolId });
  const ageMonths = ageAtStart(request.child, request.startOn) ?? 0;
  const rated = rate(candidates, { pattern: request.pattern, ageMonths });
  const targets = changeTargets(request, rated, await findDesks(tx));
  return targets.find((each) => each.value === value) ?? null;
}

/** Sends a request to who will serve it: as proposed, or elsewhere for a coded reason. It is then on the list. */
export async function referCareRequest(visit: SignedVisit, decision: ReferralToDecide): Promise<DeskOutcome> {
  return inTransaction(visit.db, async (tx): Promise<DeskOutcome> => {
    const { careRequestId, version, change } = decision;
    const request = await findReferralDecision(tx, careRequestId);
    if (!request || !within(visit.scope, { organisationId: request.handlerId })) throw notFound();
    if (request.version !== version) return { ok: false, error: "requests:error.changedMeanwhile" };
    const elsewhere = change && (await findTarget(tx, request, change.target));
    if (change ? !elsewhere : request.proposed.length === 0)
      return { ok: false, error: "requests:error.target", field: "target" };

    const to = elsewhere ? [elsewhere] : request.proposed;
    const names = to.flatMap(({ name }) => name ?? []);
    const delays = await readDelays(tx, visit.today);
    const expectedOn =
      request.child.birthDay === null ? (request.child.expectedOn as CalendarDay | null) : null;
    const transition = expectedOn === null ? "refer" : "awaitBirth";
    const nextStepBy =
      expectedOn === null ? nextMeetingAfter(visit.today, delays) : birthToldBefore(expectedOn, delays);
    const step = await recordStep(tx, {
      careRequestId,
      transition,
      by: "desk",
      accountId: visit.actor.accountId,
      at: visit.now,
      version,
      nextStepBy,
      reasonCode: change?.reason,
      details: { to: names } satisfies StepDetails,
    });
    if (!step.ok) return step;

    const by = { decidedAt: visit.now, decidedBy: visit.actor.accountId };
    if (change && elsewhere) {
      const { target, organisationId, facilityId } = elsewhere;
      await replaceReferrals(
        tx,
        careRequestId,
        { target, organisationId, facilityId, changeReason: change.reason },
        by,
      );
      if (target === "coordination" || target === "association")
        await setHandler(tx, careRequestId, organisationId);
    } else await confirmProposals(tx, careRequestId, by);
    if (request.adviceConsent && to.some(({ target }) => target === "rpe"))
      await recordAdviceCase(tx, {
        careRequestId,
        reasonCode: change?.reason ?? "hours-not-covered",
        at: visit.now,
      });
    await queueToGuardians(tx, careRequestId, {
      reason: `referred:v${version}`,
      now: visit.now,
      compose: (t, language, frame) => referred(t, language, frame, { transition, names, day: nextStepBy }),
    });
    await logFileRead({ ...visit, db: tx }, "careRequest", careRequestId, transition);
    const notice = change ? "requests:notice.changed" : "requests:notice.referred";
    return { ok: true, notice, reference: request.reference };
  });
}
