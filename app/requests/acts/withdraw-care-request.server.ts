import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { mayTransition, transitions } from "../rules/lifecycle.ts";
import { findFamilyRequest } from "../store/family-space.server.ts";
import { recordWithdrawal } from "./record-withdrawal.server.ts";

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
    const { accountId } = visit.actor;
    const withdrawal = { careRequestId, by: "family" as const, accountId, at: visit.now, version };
    const step = await recordWithdrawal(tx, withdrawal);
    return step.ok ? { ok: true } : step;
  });
}
