import { inTransaction } from "#app/platform/database/client.server.ts";
import { findAccount, setDisabled } from "../store/accounts.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Opens a disabled account again, with the roles it still holds. */
export async function enableAccount({ db, now, actor }: SignedVisit, accountId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await findAccount(tx, accountId))) throw notFound();
    if (await setDisabled(tx, accountId, null))
      await logFileRead({ db: tx, now, actor }, "account", accountId, "enable");
  });
}
