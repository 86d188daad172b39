import { addDays } from "#app/calendar/rules/day.ts";
import { endMembership as end, findAccount } from "../store/accounts.server.ts";
import { type SignedVisit, notFound } from "../visit.server.ts";
import { type KeptAdministrator, keepAdministrator } from "./keep-administrator.server.ts";
import { logFileRead } from "./log-file-read.server.ts";

/** Takes a role back at once: the day before is its last one. */
export async function endMembership(
  { db, now, today, actor }: SignedVisit,
  accountId: string,
  membershipId: string,
): Promise<KeptAdministrator> {
  return keepAdministrator(db, today, async (tx) => {
    const account = await findAccount(tx, accountId);
    const membership = account?.memberships.find(({ id }) => id === membershipId);
    if (!membership) throw notFound();
    if (await end(tx, { id: membershipId, accountId }, addDays(today, -1)))
      await logFileRead({ db: tx, now, actor }, "account", accountId, `endRole:${membership.role}`);
  });
}
