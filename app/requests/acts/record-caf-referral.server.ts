import type { Database } from "#app/platform/database/client.server.ts";
import { statusMeaning, type CareRequestStatus } from "../rules/lifecycle.ts";
import { addCafReferral, findByReferenceAndBirth } from "../store/caf-referrals.server.ts";
import { recordRemark } from "./record-remark.server.ts";

export type CafReferralRecorded =
  | { ok: true; careRequestId: string }
  | { ok: false; reason: "notFound" | "notNursery" | "closed" | "already" };

/**
 * Gives a request the priority of the convention (single parents on RSA in the care of the Caf's social workers).
 * Nothing is said of the family's situation beyond the fact itself.
 */
export async function recordCafReferral(
  tx: Database,
  {
    reference,
    birthDay,
    accountId,
    at,
  }: { reference: string; birthDay: string; accountId: string; at: Date },
): Promise<CafReferralRecorded> {
  const found = await findByReferenceAndBirth(tx, reference, birthDay);
  if (!found) return { ok: false, reason: "notFound" };
  if (found.kind !== "nursery") return { ok: false, reason: "notNursery" };
  if (statusMeaning[found.status as CareRequestStatus].outcome !== "open")
    return { ok: false, reason: "closed" };
  if (!(await addCafReferral(tx, { careRequestId: found.id, accountId, at })))
    return { ok: false, reason: "already" };
  await recordRemark(tx, { careRequestId: found.id, kind: "cafReferral", by: "partner", accountId, at });
  return { ok: true, careRequestId: found.id };
}
