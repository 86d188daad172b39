import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { monthFacts } from "../rules/facts.ts";
import { replaceMonth } from "../store.server.ts";

/**
 * The one way into the observatory: minutes and counts of a month, which replace what was known of it.
 * @param facts refused whole when anything in it is not a figure or a kind
 */
export async function recordFacts(
  { db, now }: { db: Database; now: Date },
  facts: unknown,
): Promise<{ month: string; rows: number }> {
  const { month, occupancy, demand } = monthFacts.parse(facts);
  await inTransaction(db, (tx) => replaceMonth(tx, { month, occupancy, demand }, now));
  return { month, rows: occupancy.length + demand.length };
}
