// What a booking writes, and what its end takes back, inside the caller's transaction.
import type { Database } from "#app/platform/database/client.server.ts";
import { occasionalTransitions } from "../rules/occasional.ts";
import { deleteOccasionalHours, insertOccasionalHours } from "../store/contracts.server.ts";
import { deleteBookedPresence, insertBookedPresence } from "../store/occasional-days.server.ts";
import { type OccasionalRow, listChildOccasional, moveOccasionalStay } from "../store/occasional.server.ts";

/**
 * Holds the hours of a stay that has just become booked, and writes it in the day plan. What the child waited for at
 * the same hours, here or elsewhere, is over.
 * @throws "child-held-twice", from the database
 */
export async function recordOccasionalBooking(
  tx: Database,
  stay: Pick<OccasionalRow, "id" | "contractId" | "childId" | "day" | "start" | "end">,
  now: Date,
): Promise<void> {
  await insertOccasionalHours(tx, stay);
  await insertBookedPresence(tx, stay);
  for (const other of await listChildOccasional(tx, stay.childId, stay)) {
    if (other.id === stay.id || other.status === "booked") continue;
    await moveOccasionalStay(tx, other, { status: occasionalTransitions.cancel.to, answeredAt: now });
  }
}

/**
 * Ends a stay that waits, is asked about or is booked.
 * @returns false when it has changed, or begun, meanwhile
 */
export async function recordOccasionalEnd(tx: Database, stay: OccasionalRow, now: Date): Promise<boolean> {
  if (stay.status === "booked") {
    if (!(await deleteBookedPresence(tx, stay))) return false;
    await deleteOccasionalHours(tx, stay.id);
  }
  return moveOccasionalStay(tx, stay, { status: occasionalTransitions.cancel.to, answeredAt: now });
}
