import type { Database } from "#app/platform/database/client.server.ts";
import type { FeedKind } from "../rules/feed.ts";

/** Whose feeds, and of what: those of a facility are told apart by it. */
export type FeedOf = { accountId: string; kind: FeedKind; facilityId: string | null };

export type FeedLine = { id: string; createdAt: Date; lastReadAt: Date | null };

/** Those that still answer, latest first. */
export async function listFeeds(db: Database, of: FeedOf): Promise<FeedLine[]> {
  return db.calendarFeed.findMany({
    where: { ...of, revokedAt: null },
    select: { id: true, createdAt: true, lastReadAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
}

export async function insertFeed(
  tx: Database,
  of: FeedOf,
  { tokenHash, createdAt }: { tokenHash: string; createdAt: Date },
): Promise<void> {
  await tx.calendarFeed.create({ data: { ...of, tokenHash, createdAt } });
}

/** Returns whether it was still answering. */
export async function revokeFeed(db: Database, of: FeedOf, id: string, now: Date): Promise<boolean> {
  const { count } = await db.calendarFeed.updateMany({
    where: { ...of, id, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

export type Feed = FeedOf & {
  id: string;
  language: "fr" | "en";
  lastReadAt: Date | null;
  revokedAt: Date | null;
};

export async function findFeed(db: Database, tokenHash: string): Promise<Feed | null> {
  const row = await db.calendarFeed.findUnique({
    where: { tokenHash },
    select: {
      id: true,
      accountId: true,
      kind: true,
      facilityId: true,
      lastReadAt: true,
      revokedAt: true,
      account: { select: { language: true } },
    },
  });
  if (!row) return null;
  const { account, ...feed } = row;
  return { ...feed, kind: feed.kind as FeedKind, language: account.language as Feed["language"] };
}

export async function touchFeed(db: Database, id: string, now: Date): Promise<void> {
  await db.calendarFeed.updateMany({ where: { id }, data: { lastReadAt: now } });
}
