import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { recordOffersWithdrawn } from "#app/allocation/acts/record-offers-withdrawn.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { requestWithdrawn } from "../messages/request-withdrawn.ts";
import { mayTransition, transitions } from "../rules/lifecycle.ts";
import { findFamilyRequest } from "../store/family-space.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { recordStep } from "./record-step.server.ts";

export type Withdrawal =
  | { ok: true }
  | { ok: false; error: "requests:error.changedMeanwhile" | "allocation:family.withdraw.closed" };

/** A family takes its request back: any place offered for it is free again. Twice is once. */
export async function withdrawCareRequest(
  visit: SignedVisit,
  { careRequestId, version }: { careRequestId: string; version: number },
): Promise<Withdrawal> {
  return inTransaction(visit.db, async (tx): Promise<Withdrawal> => {
    const request = await findFamilyRequest(tx, { id: careRequestId });
    if (!request || !within(visit.scope, { householdId: request.householdId })) throw notFound();
    if (request.status === transitions.withdraw.to) return { ok: true };
    if (!mayTransition("withdraw", request.status, "family"))
      return { ok: false, error: "allocation:family.withdraw.closed" };
    const step = await recordStep(tx, {
      careRequestId,
      transition: "withdraw",
      by: "family",
      accountId: visit.actor.accountId,
      at: visit.now,
      version,
    });
    if (!step.ok) return step;
    await recordOffersWithdrawn(tx, { careRequestId, at: visit.now });
    await queueToGuardians(tx, careRequestId, {
      reason: "request-withdrawn",
      now: visit.now,
      compose: (t, _language, frame) => requestWithdrawn(t, frame, `${env().publicUrl}/demandes/nouvelle`),
    });
    return { ok: true };
  });
}
