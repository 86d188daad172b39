import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { readGuardians } from "#app/requests/acts/read-guardians.server.ts";
import { recordRemark } from "#app/requests/acts/record-remark.server.ts";
import { adviceMessage } from "../messages/advice-given.ts";
import type { AdviceForm } from "../rules/advice.ts";
import { addNote, findCase } from "../store.server.ts";

export type AdviceGiven = { ok: true } | { ok: false; error: "advice:error.changedMeanwhile" };

/** Writes advice down, tells the family, and keeps it in the request's history. */
export async function giveAdvice(visit: SignedVisit, id: string, form: AdviceForm): Promise<AdviceGiven> {
  return inTransaction(visit.db, async (tx) => {
    const found = await findCase(tx, id);
    if (!found) throw notFound();
    const note = { code: form.code, text: form.text, at: visit.now, accountId: visit.actor.accountId };
    const noteId = await addNote(tx, { id, version: form.version }, { ...note, close: form.close === "on" });
    if (!noteId) return { ok: false, error: "advice:error.changedMeanwhile" };
    const careRequestId = found.careRequest.id;
    await recordRemark(tx, {
      careRequestId,
      kind: "advise",
      by: "adviser",
      accountId: visit.actor.accountId,
      at: visit.now,
      reasonCode: form.code,
    });
    await logFileRead({ ...visit, db: tx }, "adviceCase", careRequestId, "advise");
    const family = await readGuardians(tx, careRequestId);
    for (const guardian of family.guardians) {
      await queueMessage(tx, {
        id: `advice:${noteId}:${guardian.rank}`,
        recipient: guardian.email,
        language: family.language,
        ...adviceMessage({ ...family, code: form.code, text: form.text, publicUrl: env().publicUrl }),
        now: visit.now,
      });
    }
    return { ok: true };
  });
}
