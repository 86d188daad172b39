import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { isBookable, mayMoveStay } from "../rules/occasional.ts";
import { listWindows } from "../store/occasional-days.server.ts";
import { type OccasionalRow, findOccasionalStay } from "../store/occasional.server.ts";
import { moveOccasionalList } from "./move-occasional-list.server.ts";
import { recordOccasionalEnd } from "./record-occasional.server.ts";
import { tellOccasional } from "./tell-occasional.server.ts";

export type OccasionalCancelled =
  | { ok: true; again: boolean }
  | { ok: false; error: `attendance:occasional.error.${"begun" | "windowClosed" | "changed"}` };

/** Whether a family may still take back hours: until the window closes or the stay begins. A wait, at any time. */
async function mayTakeBack(tx: Database, stay: OccasionalRow, now: Date): Promise<boolean> {
  if (stay.status !== "booked") return true;
  const windows = await listWindows(tx, { sectionId: stay.sectionId }, stay.day, stay.day);
  return windows.some((window) => isBookable(window, now));
}

/**
 * Takes back hours booked, or a name from the waiting list; the next family is asked at once.
 * @throws 404 when the stay is not one of the family's, or of the facility's
 */
export async function cancelOccasional(visit: SignedVisit, stayId: string): Promise<OccasionalCancelled> {
  const { now, scope } = visit;
  return inTransaction(visit.db, async (tx): Promise<OccasionalCancelled> => {
    const stay = await findOccasionalStay(tx, { id: stayId });
    if (!stay || !within(scope, stay)) throw notFound();
    if (stay.status === "cancelled") return { ok: true, again: true };
    const byFamily = within(scope, { householdId: stay.householdId });
    if (!mayMoveStay("cancel", stay.status, byFamily ? "family" : "facility"))
      return { ok: false, error: "attendance:occasional.error.changed" };
    if (stay.start <= now) return { ok: false, error: "attendance:occasional.error.begun" };
    if (byFamily && !(await mayTakeBack(tx, stay, now)))
      return { ok: false, error: "attendance:occasional.error.windowClosed" };
    if (!(await recordOccasionalEnd(tx, stay, now)))
      return { ok: false, error: "attendance:occasional.error.changed" };
    if (!byFamily) {
      await tellOccasional(tx, stay, "takenBack", now);
      await logFileRead({ ...visit, db: tx }, "contract", stay.contractId, "occasionalCancel");
    }
    await moveOccasionalList(tx, stay.facilityId, now);
    return { ok: true, again: false };
  });
}
