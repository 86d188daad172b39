import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { readChildminder } from "#app/facilities/acts/read-childminders.server.ts";
import { recordChildminderStop } from "#app/facilities/acts/record-childminder.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";

export type ChildminderStopped = { ok: true } | { ok: false; field: "fin"; error: string };

/** She takes no child after a day: no place of hers is found or offered beyond it. */
export async function stopChildminder(
  visit: SignedVisit,
  id: string,
  lastDay: CalendarDay,
): Promise<ChildminderStopped> {
  if (lastDay < visit.today) return { ok: false, field: "fin", error: "advice:childminders.error.past" };
  return inTransaction(visit.db, async (tx): Promise<ChildminderStopped> => {
    const childminder = await readChildminder(tx, id);
    if (!childminder) throw notFound();
    await recordChildminderStop(tx, childminder, lastDay);
    return { ok: true };
  });
}
