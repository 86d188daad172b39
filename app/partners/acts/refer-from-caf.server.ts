import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { readGuardians } from "#app/requests/acts/read-guardians.server.ts";
import { recordCafReferral } from "#app/requests/acts/record-caf-referral.server.ts";
import { cafReferralMessage } from "../messages/caf-referral.ts";
import type { CafReferralForm } from "../rules/caf-referral.ts";

export type ReferredFromCaf = { ok: true } | { ok: false; field: "reference"; error: string };

/** Refers a request from the Caf, tells the family, and logs it. A request already referred stays as it is. */
export async function referFromCaf(visit: SignedVisit, form: CafReferralForm): Promise<ReferredFromCaf> {
  return inTransaction(visit.db, async (tx) => {
    const recorded = await recordCafReferral(tx, {
      reference: form.reference,
      birthDay: form.birthDay,
      accountId: visit.actor.accountId,
      at: visit.now,
    });
    if (!recorded.ok) return { ok: false, field: "reference", error: `partners:error.${recorded.reason}` };
    const { careRequestId } = recorded;
    await logFileRead({ ...visit, db: tx }, "careRequest", careRequestId, "cafReferral");
    const family = await readGuardians(tx, careRequestId);
    for (const guardian of family.guardians) {
      await queueMessage(tx, {
        id: `caf-referral:${careRequestId}:${guardian.rank}`,
        recipient: guardian.email,
        language: family.language,
        ...cafReferralMessage({ ...family, publicUrl: env().publicUrl }),
        now: visit.now,
      });
    }
    return { ok: true };
  });
}
