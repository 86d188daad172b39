import { findAccount, revokeFeedsOf, revokeSessionsOf, setDisabled } from "../store/accounts.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { type KeptAdministrator, keepAdministrator } from "./keep-administrator.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Closes an account, its sessions and the calendars it gave to telephones, at once. */
export async function disableAccount(
  { db, now, today, actor }: SignedVisit,
  accountId: string,
): Promise<KeptAdministrator> {
  return keepAdministrator(db, today, async (tx) => {
    if (!(await findAccount(tx, accountId))) throw notFound();
    if (!(await setDisabled(tx, accountId, now))) return;
    await revokeSessionsOf(tx, accountId, now);
    await revokeFeedsOf(tx, accountId, now);
    await logFileRead({ db: tx, now, actor }, "account", accountId, "disable");
  });
}
