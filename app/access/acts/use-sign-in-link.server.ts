import { inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import {
  consumeSignInLink,
  findAccountByEmail,
  guardianByEmail,
  joinGuardians,
  openFamilyAccount,
} from "../store.server.ts";
import type { Visit } from "../visit.server.ts";

export type SignInLinkUse =
  { ok: true; accountId: string; redirectTo: string } | { ok: false; error: "access:error.link" };

/** Opens the account that a link was sent to; a link works once. */
export async function useSignInLink(visit: Visit, token: string): Promise<SignInLinkUse> {
  return inTransaction(visit.db, async (tx) => {
    const link = await consumeSignInLink(tx, hashToken(token), visit.now);
    if (!link) return { ok: false, error: "access:error.link" };
    const account = await findAccountByEmail(tx, link.email);
    if (account) {
      await joinGuardians(tx, link.email, account.id);
      return { ok: true, accountId: account.id, redirectTo: link.redirectTo };
    }
    const guardian = await guardianByEmail(tx, link.email);
    if (!guardian) return { ok: false, error: "access:error.link" };
    const name = `${guardian.firstName} ${guardian.lastName}`;
    const accountId = await openFamilyAccount(tx, link.email, name, visit.language, visit.now);
    return { ok: true, accountId, redirectTo: link.redirectTo };
  });
}
