import { recordAdviceCase } from "#app/advice/acts/record-advice-case.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { ageAtStart } from "../rules/coverage.ts";
import { handlerOf, proposeReferrals, referralRules } from "../rules/referral.ts";
import {
  findDesks,
  findRequestToRefer,
  listCandidates,
  replaceProposals,
  setHandler,
} from "../store/referrals.server.ts";

/**
 * On arrival: proposes who can serve a request, with the reasons, and says who reads it.
 * Joins the caller's transaction; a second call replaces what was proposed and not yet confirmed.
 */
export async function recordReferral(
  tx: Database,
  { careRequestId, at, today }: { careRequestId: string; at: Date; today: CalendarDay },
): Promise<void> {
  const request = await findRequestToRefer(tx, careRequestId);
  if (!request) throw new Error(`No care request "${careRequestId}" to refer.`);
  const rules = await readParameter(tx, "referral-rules", today, referralRules);
  const facts = {
    ...request,
    ageMonths: ageAtStart(request.child, request.startOn) ?? 0,
    schoolName: request.child.school?.name ?? null,
  };
  const candidates = await listCandidates(tx, {
    ...request,
    schoolId: request.child.school?.id ?? null,
  });
  const { coordination, rpe } = await findDesks(tx);
  const desks = { coordinationId: coordination?.id ?? null, rpeId: rpe?.id ?? null };
  const referrals = proposeReferrals(rules, facts, candidates, desks);
  await replaceProposals(tx, careRequestId, referrals, at);
  await setHandler(tx, careRequestId, handlerOf(referrals));
  const toRpe = referrals.find(({ target }) => target === "rpe");
  if (toRpe) {
    // The family has agreed: the RPE advises at once, without waiting for the desk to read the request.
    await recordAdviceCase(tx, {
      careRequestId,
      reasonCode: toRpe.reasons[0]?.code ?? "hours-not-covered",
      at,
    });
  }
}
