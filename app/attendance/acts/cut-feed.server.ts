import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { revokeFeed } from "../store/feeds.server.ts";
import { feedsOf } from "./read-feeds.server.ts";

/** Its next reading is refused. @throws 404 for one that is cut already, or is not the reader's */
export async function cutFeed(visit: SignedVisit, facilityId: string | null, id: string): Promise<void> {
  if (!(await revokeFeed(visit.db, feedsOf(visit, facilityId), id, visit.now))) throw notFound();
  if (facilityId) await logFileRead(visit, "facility", facilityId, "cutFeed");
}
