import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { deleteSettings } from "../store/settings.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** Gives up settings to come. @returns false when they have begun, or are gone already */
export async function forgetSettings(
  visit: SignedVisit,
  facilityId: string | undefined,
  validFrom: CalendarDay,
): Promise<boolean> {
  return inTransaction(visit.db, async (tx) => {
    const { id } = await requireManaged(visit, tx, facilityId);
    if (validFrom <= visit.today || !(await deleteSettings(tx, id, validFrom))) return false;
    await logFileRead({ ...visit, db: tx }, "facility", id, "settings");
    return true;
  });
}
