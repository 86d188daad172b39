import type { Database } from "../database/client.server.ts";

export type TroubledMessage = {
  /** The reason it is sent for. */
  id: string;
  attempts: number;
  lastError: string | null;
  /** Null when it was given up. */
  nextAttemptAt: Date | null;
};
export type OutboxState = { sent: number; waiting: number; failed: number; troubled: TroubledMessage[] };

/** How the outbox goes; those in trouble first given up, then soonest. */
export async function readOutbox(db: Database): Promise<OutboxState> {
  const count = (where: object): Promise<number> => db.message.count({ where });
  const troubled = await db.message.findMany({
    where: { sentAt: null, attempts: { gt: 0 } },
    select: { id: true, attempts: true, lastError: true, nextAttemptAt: true, failedAt: true },
    orderBy: [{ failedAt: { sort: "desc", nulls: "last" } }, { nextAttemptAt: "asc" }],
    take: 50,
  });
  return {
    sent: await count({ sentAt: { not: null } }),
    waiting: await count({ sentAt: null, failedAt: null }),
    failed: await count({ failedAt: { not: null } }),
    troubled: troubled.map(({ failedAt, nextAttemptAt, ...message }) => ({
      ...message,
      nextAttemptAt: failedAt ? null : nextAttemptAt,
    })),
  };
}

/** Gives a message that was given up its attempts back. Returns whether it was in that state. */
export async function retryFailed(tx: Database, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id, failedAt: { not: null } },
    data: { failedAt: null, attempts: 0, nextAttemptAt: now },
  });
  return count === 1;
}
