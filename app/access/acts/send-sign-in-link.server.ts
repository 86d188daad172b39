import { inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { safeRedirect } from "#app/platform/web/redirect.ts";
import { findAccountByEmail, guardianByEmail, insertSignInLink } from "../store.server.ts";
import type { Visit } from "../visit.server.ts";

const linkMinutes = 30;

/**
 * Sends a link that opens a session once, to a member of staff or to a guardian.
 * An unknown address gets nothing, and the page says the same thing: nobody learns who has an account.
 */
export async function sendSignInLink(visit: Visit, email: string, redirectTo?: string): Promise<void> {
  const known = (await findAccountByEmail(visit.db, email)) ?? (await guardianByEmail(visit.db, email));
  if (!known) return;
  const token = newToken();
  await inTransaction(visit.db, async (tx) => {
    await insertSignInLink(tx, {
      tokenHash: hashToken(token),
      email,
      createdAt: visit.now,
      expiresAt: new Date(visit.now.getTime() + linkMinutes * 60_000),
      redirectTo: safeRedirect(redirectTo),
    });
    await queueMessage(tx, {
      id: `sign-in:${hashToken(token)}`,
      recipient: email,
      language: visit.language,
      subject: visit.t("access:signInMail.subject"),
      text: visit.t("access:signInMail.text", {
        link: `${env().publicUrl}/connexion/lien/${token}`,
        minutes: linkMinutes,
      }),
      now: visit.now,
    });
  });
}
