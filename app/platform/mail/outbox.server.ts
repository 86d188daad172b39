import type { Database } from "../database/client.server.ts";

export type NewMessage = {
  /** The reason, unique: "offer-sent:<offerId>". */
  id: string;
  recipient: string;
  subject: string;
  text: string;
  language: string;
  now: Date;
};

/** Puts a message in the outbox, in the caller's transaction. The same reason twice sends once. */
export async function queueMessage(tx: Database, { now, ...message }: NewMessage): Promise<void> {
  await tx.message.upsert({
    where: { id: message.id },
    create: { ...message, createdAt: now, nextAttemptAt: now },
    update: {},
  });
}

/** Puts in many messages whose reasons are new, in the caller's transaction. */
export async function queueMessages(tx: Database, messages: readonly NewMessage[]): Promise<void> {
  for (let from = 0; from < messages.length; from += 100)
    await tx.message.createMany({
      data: messages
        .slice(from, from + 100)
        .map(({ now, ...message }) => ({ ...message, createdAt: now, nextAttemptAt: now })),
    });
}

export type QueuedMessage = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  attempts: number;
};

export async function dueMessages(db: Database, now: Date, limit: number): Promise<QueuedMessage[]> {
  return db.message.findMany({
    where: { sentAt: null, failedAt: null, nextAttemptAt: { lte: now } },
    orderBy: { createdAt: "asc" },
    take: limit,
  });
}

export async function markSent(db: Database, id: string, now: Date): Promise<void> {
  await db.message.updateMany({ where: { id, sentAt: null }, data: { sentAt: now, lastError: null } });
}

/** Tries again after 1, 2, 4 … minutes; gives up after ten attempts, which the administration page shows. */
export async function markFailed(
  db: Database,
  id: string,
  attempts: number,
  error: string,
  now: Date,
): Promise<void> {
  await db.message.update({
    where: { id },
    data: {
      attempts,
      lastError: error.slice(0, 200),
      nextAttemptAt: new Date(now.getTime() + 2 ** attempts * 60_000),
      failedAt: attempts >= 10 ? now : null,
    },
  });
}

export async function latestMessages(
  db: Database,
  limit: number,
): Promise<
  { id: string; recipient: string; subject: string; text: string; createdAt: Date; sentAt: Date | null }[]
> {
  return db.message.findMany({ orderBy: { createdAt: "desc" }, take: limit });
}
