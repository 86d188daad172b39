import type { HeldPeriod } from "#app/calendar/rules/held-overlap.ts";
import { hoursWithin } from "#app/calendar/rules/hours-within.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { satisfiedReason } from "../rules/timeline.ts";
import { listOpenRequestsBeside } from "../store/satisfied.server.ts";
import { recordStep } from "./record-step.server.ts";

/**
 * Closes the child's other requests of the same kind whose hours are all given by the places just accepted: they leave
 * every list, of whatever facility or association. Joins the caller's transaction.
 * @returns ids of the requests closed
 */
export async function recordSatisfiedRequests(
  tx: Database,
  accepted: { careRequestId: string; places: readonly HeldPeriod[]; accountId: string | null; at: Date },
): Promise<string[]> {
  const closed: string[] = [];
  for (const other of await listOpenRequestsBeside(tx, accepted.careRequestId)) {
    if (!hoursWithin({ ...other, endOn: null }, accepted.places)) continue;
    const step = await recordStep(tx, {
      careRequestId: other.id,
      transition: "withdraw",
      by: "family",
      accountId: accepted.accountId,
      at: accepted.at,
      version: other.version,
      reasonCode: satisfiedReason,
    });
    if (step.ok) closed.push(other.id);
  }
  return closed;
}
