import type { Database } from "#app/platform/database/client.server.ts";
import { insertCase } from "../store.server.ts";

/** Opens a case at the RPE for a request that nobody can serve as asked; the family has agreed to it. Idempotent. */
export async function recordAdviceCase(
  tx: Database,
  opening: { careRequestId: string; reasonCode: string; at: Date },
): Promise<void> {
  await insertCase(tx, opening);
}
