import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { updatePhone } from "../store/managed.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** @param phone empty: no number is shown any more */
export async function statePhone(
  visit: SignedVisit,
  facilityId: string | undefined,
  phone: string,
): Promise<void> {
  await inTransaction(visit.db, async (tx) => {
    const { id } = await requireManaged(visit, tx, facilityId);
    await updatePhone(tx, id, phone === "" ? null : phone);
    await logFileRead({ ...visit, db: tx }, "facility", id, "phone");
  });
}
