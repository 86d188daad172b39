import type { SignedVisit } from "#app/access/visit.server.ts";
import { type FeedLine, type FeedOf, listFeeds } from "../store/feeds.server.ts";

/** Whose feeds a page shows: those that its own reader made, of what the page is about. */
export function feedsOf({ actor }: SignedVisit, facilityId: string | null): FeedOf {
  return { accountId: actor.accountId, kind: facilityId ? "facility" : "family", facilityId };
}

export type { FeedLine };

/** The private addresses that somebody gave out of a calendar, and when each was last read. */
export async function readFeeds(visit: SignedVisit, facilityId: string | null): Promise<FeedLine[]> {
  return listFeeds(visit.db, feedsOf(visit, facilityId));
}
