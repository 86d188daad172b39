import { inTransaction } from "#app/platform/database/client.server.ts";
import { insertAccount } from "../store/accounts.server.ts";
import type { SignedVisit } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

export type OpenedAccount = { ok: true; accountId: string } | { ok: false; error: "access:error.emailTaken" };

/** Opens an account without any role yet; its owner signs in by a link sent to the address. */
export async function openAccount(
  { db, now, actor }: SignedVisit,
  { name, email }: { name: string; email: string },
): Promise<OpenedAccount> {
  return inTransaction(db, async (tx) => {
    const accountId = await insertAccount(tx, { email, displayName: name, now });
    if (!accountId) return { ok: false, error: "access:error.emailTaken" };
    await logFileRead({ db: tx, now, actor }, "account", accountId, "open");
    return { ok: true, accountId };
  });
}
