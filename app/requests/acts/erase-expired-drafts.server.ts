import type { Database } from "#app/platform/database/client.server.ts";
import { deleteExpiredDrafts } from "../store/drafts.server.ts";

/** Erases what families typed and never sent, once the time promised to them has passed. */
export async function eraseExpiredDrafts({
  db,
  now,
}: {
  db: Database;
  now: Date;
}): Promise<{ erased: number }> {
  return { erased: await deleteExpiredDrafts(db, now) };
}
