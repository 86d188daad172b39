import { inTransaction } from "#app/platform/database/client.server.ts";
import { retryFailed } from "#app/platform/mail/outbox-state.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Puts a message that was given up back in the outbox. */
export async function retryMessage({ db, now, actor }: SignedVisit, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await retryFailed(tx, id, now))) throw notFound();
    await logFileRead({ db: tx, now, actor }, "message", id, "retry");
  });
}
