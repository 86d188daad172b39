import { env } from "#app/platform/env.server.ts";
import { latestMessages } from "#app/platform/mail/outbox.server.ts";
import { type Visit, notFound } from "../visit.server.ts";

export type MailboxMessage = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  createdAt: Date;
};

/** The messages that the demonstration has sent; in production this page does not exist. */
export async function readMailbox(visit: Visit): Promise<MailboxMessage[]> {
  if (!env().demonstration) throw notFound();
  return latestMessages(visit.db, 40);
}
