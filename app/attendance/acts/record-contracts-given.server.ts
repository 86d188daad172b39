import type { Database } from "#app/platform/database/client.server.ts";
import { giveContracts } from "../store/contracts.server.ts";

/**
 * Two children are the same one: the contracts of the first become the other's; joins the caller's transaction.
 * @throws "child-held-twice" (isHeldTwice) when the child would be at two places at once: the caller undoes it all
 */
export async function recordContractsGiven(
  tx: Database,
  { fromChildId, toChildId }: { fromChildId: string; toChildId: string },
): Promise<void> {
  await giveContracts(tx, fromChildId, toChildId);
}
