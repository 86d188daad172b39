import type { Database } from "#app/platform/database/client.server.ts";
import { deleteSignInLinks, deleteSessions } from "../store.server.ts";

/** Links that served or can no longer serve, and sessions that ended, are kept a day, then erased. */
export async function eraseOldSignIns({
  db,
  now,
}: {
  db: Database;
  now: Date;
}): Promise<{ links: number; sessions: number }> {
  const before = new Date(now.getTime() - 24 * 3600_000);
  return { links: await deleteSignInLinks(db, before), sessions: await deleteSessions(db, before) };
}
