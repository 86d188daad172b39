import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Holding } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { holdingStatuses } from "../rules/offer.ts";

/** Hours that open offers hold, section by section. */
export async function listOfferedHours(db: Database, sectionIds: string[]): Promise<Map<string, Holding[]>> {
  const rows = await db.offer.findMany({
    where: { sectionId: { in: sectionIds }, status: { in: [...holdingStatuses] } },
    select: { sectionId: true, pattern: true, startOn: true, endOn: true },
  });
  const held = new Map<string, Holding[]>();
  for (const { sectionId, pattern, startOn, endOn } of rows) {
    const holding = {
      pattern: pattern as WeeklyPattern,
      startOn: startOn as CalendarDay,
      endOn: endOn as CalendarDay | null,
    };
    held.set(sectionId, [...(held.get(sectionId) ?? []), holding]);
  }
  return held;
}

/** Hours that open offers hold from a day up to `to`, facility by facility. */
export async function listOfferedHoursByFacility(
  db: Database,
  to: CalendarDay,
  facilityId?: string,
): Promise<Map<string, Holding[]>> {
  const rows = await db.offer.findMany({
    where: {
      status: { in: [...holdingStatuses] },
      startOn: { lte: to },
      ...(facilityId ? { facilityId } : {}),
    },
    select: { facilityId: true, pattern: true, startOn: true, endOn: true },
  });
  const held = new Map<string, Holding[]>();
  for (const { facilityId: id, pattern, startOn, endOn } of rows) {
    const holding = {
      pattern: pattern as WeeklyPattern,
      startOn: startOn as CalendarDay,
      endOn: endOn as CalendarDay | null,
    };
    const known = held.get(id);
    if (known) known.push(holding);
    else held.set(id, [holding]);
  }
  return held;
}
