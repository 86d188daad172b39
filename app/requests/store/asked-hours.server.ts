import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { careRequestStatuses, statusMeaning } from "../rules/lifecycle.ts";

const asking = careRequestStatuses.filter(
  (status) => statusMeaning[status].outcome === "open" && status !== "offered",
);

/** By the facility wished first. */
export async function listAskedHours(
  db: Database,
  to: CalendarDay,
  facilityId?: string,
): Promise<Map<string, Holding[]>> {
  const rows = await db.wish.findMany({
    where: {
      rank: 1,
      ...(facilityId ? { facilityId } : {}),
      careRequest: { status: { in: asking }, startOn: { lte: to } },
    },
    select: { facilityId: true, careRequest: { select: { pattern: true, startOn: true } } },
  });
  const asked = new Map<string, Holding[]>();
  for (const { facilityId: id, careRequest } of rows) {
    const holding = {
      pattern: careRequest.pattern as WeeklyPattern,
      startOn: careRequest.startOn as CalendarDay,
      endOn: null,
    };
    const known = asked.get(id);
    if (known) known.push(holding);
    else asked.set(id, [holding]);
  }
  return asked;
}
