import type { Database } from "#app/platform/database/client.server.ts";
import { insertReview } from "../store/duplicates.server.ts";

/** Somebody has looked at two children, or at the two requests of one: they are left as they are. */
export async function recordPairDecided(
  tx: Database,
  { ids, at, accountId }: { ids: [string, string]; at: Date; accountId: string },
): Promise<void> {
  await insertReview(tx, { ids, decision: "different", decidedAt: at, decidedBy: accountId });
}
