import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { updateWalking } from "../store/managed.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** Whether the children of a section walk, for the ratio; null: judged by their age. */
export async function stateWalking(
  visit: SignedVisit,
  facilityId: string | undefined,
  sectionId: string,
  walking: boolean | null,
): Promise<void> {
  await inTransaction(visit.db, async (tx) => {
    const { id } = await requireManaged(visit, tx, facilityId);
    if (!(await updateWalking(tx, id, sectionId, walking))) throw notFound();
    await logFileRead({ ...visit, db: tx }, "facility", id, "settings");
  });
}
