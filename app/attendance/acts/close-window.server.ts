import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { closeWindows } from "../store/occasional-days.server.ts";
import { requireFacility } from "./require-facility.server.ts";

/**
 * Closes a window at once: nobody books there any more, and its waiting list stops. What is booked stays, and a
 * family that is being asked may still answer.
 * @returns whether it was open until now
 */
export async function closeWindow(
  visit: SignedVisit,
  facilityId: string | undefined,
  windowId: string,
): Promise<boolean> {
  return inTransaction(visit.db, async (tx) => {
    const facility = await requireFacility({ ...visit, db: tx }, facilityId);
    const closed = await closeWindows(tx, { id: windowId, facilityId: facility.id }, visit.now);
    if (closed) await logFileRead({ ...visit, db: tx }, "facility", facility.id, "occasionalClose");
    return closed;
  });
}
