import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { Refused } from "../rules/versions.ts";
import { endStaffBands } from "../store/bands.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** @param from the first day without them: today or later, so that past days keep who was there */
export async function endStaff(
  visit: SignedVisit,
  facilityId: string | undefined,
  bandIds: string[],
  from: CalendarDay,
): Promise<{ ok: true } | Refused> {
  return inTransaction(visit.db, async (tx): Promise<{ ok: true } | Refused> => {
    const { id } = await requireManaged(visit, tx, facilityId);
    if (from < visit.today) return { ok: false, field: "from", error: "facilities:settings.error.past" };
    if ((await endStaffBands(tx, id, bandIds, from)) === 0) throw notFound();
    await logFileRead({ ...visit, db: tx }, "facility", id, "staff");
    return { ok: true };
  });
}
