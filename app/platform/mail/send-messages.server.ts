import { createTransport } from "nodemailer";
import type { Database } from "../database/client.server.ts";
import type { Env } from "../env.server.ts";
import { dueMessages, markFailed, markSent } from "./outbox.server.ts";

/**
 * Sends what waits in the outbox: by SMTP in production; in a demonstration, the mailbox page is the post office.
 * The reason of a message is its Message-ID: should a crash come between sending and marking, the second copy
 * is recognised as the same message.
 */
export async function sendMessages(
  { db, now }: { db: Database; now: Date },
  { smtpUrl, mailFrom, publicUrl }: Pick<Env, "smtpUrl" | "mailFrom" | "publicUrl">,
): Promise<{ sent: number; failed: number }> {
  const messages = await dueMessages(db, now, 200);
  const transport = smtpUrl ? createTransport(smtpUrl) : null;
  const counts = { sent: 0, failed: 0 };
  for (const message of messages) {
    try {
      await transport?.sendMail({
        from: mailFrom,
        to: message.recipient,
        subject: message.subject,
        text: message.text,
        messageId: `<${message.id.replace(/[^\w.-]/g, ".")}@${new URL(publicUrl).hostname}>`,
      });
      await markSent(db, message.id, now);
      counts.sent += 1;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      // Post offices repeat the address; the administrator is shown the reason, and reads nobody's address there.
      const reason = said.replaceAll(/[^\s<>"']+@[^\s<>"']+/g, "…");
      await markFailed(db, message.id, message.attempts + 1, reason, now);
      counts.failed += 1;
    }
  }
  transport?.close();
  return counts;
}
