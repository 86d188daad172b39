import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { env } from "#app/platform/env.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { mostFeeds } from "../rules/feed.ts";
import { insertFeed, listFeeds } from "../store/feeds.server.ts";
import { feedsOf } from "./read-feeds.server.ts";

export type FeedAdded =
  | { ok: true; /** Given once: only its hash is kept. */ address: string }
  | { ok: false; error: "attendance:feed.tooMany" };

/**
 * A private address of a calendar, for a telephone or a diary.
 * @param facilityId the facility whose calendar it is; null for the family's own
 */
export async function addFeed(visit: SignedVisit, facilityId: string | null): Promise<FeedAdded> {
  const of = feedsOf(visit, facilityId);
  const token = newToken();
  return inTransaction(visit.db, async (tx): Promise<FeedAdded> => {
    if ((await listFeeds(tx, of)).length >= mostFeeds) return { ok: false, error: "attendance:feed.tooMany" };
    await insertFeed(tx, of, { tokenHash: hashToken(token), createdAt: visit.now });
    if (facilityId) await logFileRead({ ...visit, db: tx }, "facility", facilityId, "addFeed");
    return { ok: true, address: `${env().publicUrl}/calendrier/${token}.ics` };
  });
}
