import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { StaffToAdd } from "../rules/staff-form.ts";
import type { Refused } from "../rules/versions.ts";
import { insertStaff } from "../store/bands.server.ts";
import { requireManaged } from "./require-managed.server.ts";

/** Adults planned with the children from a day on: they add to those already planned. */
export async function addStaff(
  visit: SignedVisit,
  facilityId: string | undefined,
  { weekdays, ...band }: StaffToAdd,
): Promise<{ ok: true } | Refused> {
  return inTransaction(visit.db, async (tx): Promise<{ ok: true } | Refused> => {
    const { id, sections } = await requireManaged(visit, tx, facilityId);
    if (band.sectionId !== null && !sections.some((section) => section.id === band.sectionId))
      throw notFound();
    if (band.validFrom < visit.today)
      return { ok: false, field: "validFrom", error: "facilities:settings.error.past" };
    await insertStaff(
      tx,
      id,
      weekdays.map((weekday) => ({ ...band, weekday })),
    );
    await logFileRead({ ...visit, db: tx }, "facility", id, "staff");
    return { ok: true };
  });
}
