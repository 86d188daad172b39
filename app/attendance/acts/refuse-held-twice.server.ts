import type { Database } from "#app/platform/database/client.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { type ContractRefusal, isHeldTwice } from "../rules/contract-refusal.ts";

/**
 * One transaction of an act on contracts. Where somebody else gave the child the same hours meanwhile, the database
 * undoes everything and the act is refused as if it had known.
 */
export async function refuseHeldTwice<T>(
  db: Database,
  work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<T>,
): Promise<T | Extract<ContractRefusal, { error: "attendance:contract.error.heldTwice" }>> {
  try {
    return await inTransaction(db, work);
  } catch (error) {
    if (!isHeldTwice(error)) throw error;
    return { ok: false, error: "attendance:contract.error.heldTwice", held: null };
  }
}
