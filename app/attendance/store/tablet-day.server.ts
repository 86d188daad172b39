import { type CalendarDay, weekdayOf } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";

export type NoteRow = { presenceId: string; code: string; at: Date };

/** How many marks of each stay are known, corrections found afterwards left out: what a device is told it has seen. */
export async function countMarks(db: Database, presenceIds: string[]): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  const rows = await db.attendanceOperation.findMany({
    where: { presenceId: { in: presenceIds }, kind: { in: ["mark", "unplanned"] } },
    select: { presenceId: true, mark: true },
  });
  for (const { presenceId, mark } of rows)
    if (!mark?.startsWith("found:")) counted.set(presenceId!, (counted.get(presenceId!) ?? 0) + 1);
  return counted;
}

export async function listNotes(db: Database, presenceIds: string[]): Promise<NoteRow[]> {
  const rows = await db.attendanceOperation.findMany({
    where: { presenceId: { in: presenceIds }, kind: "note", outcome: "applied" },
    select: { presenceId: true, code: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ presenceId, code, at }) => ({ presenceId: presenceId!, code: code!, at }));
}

/** The last count of the adults with each section since an instant. */
export async function listStaffCounts(
  db: Database,
  facilityId: string,
  since: Date,
): Promise<Map<string, { staff: number; at: Date }>> {
  const rows = await db.attendanceOperation.findMany({
    where: { facilityId, kind: "staffCount", outcome: "applied", at: { gte: since } },
    select: { sectionId: true, staff: true, at: true },
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }],
  });
  return new Map(rows.map(({ sectionId, staff, at }) => [sectionId!, { staff: staff ?? 0, at }]));
}

export type ExpectableChild = { contractId: string; sectionId: string; firstName: string; lastName: string };

/** Children of a facility with a contract that runs on a day: those whom one may bring in unexpected. */
export async function listExpectableChildren(
  db: Database,
  facilityId: string,
  day: CalendarDay,
): Promise<(ExpectableChild & { childId: string })[]> {
  const rows = await db.contract.findMany({
    where: { facilityId, startOn: { lte: day }, OR: [{ endOn: null }, { endOn: { gte: day } }] },
    select: {
      id: true,
      sectionId: true,
      childId: true,
      child: { select: { firstName: true, lastName: true } },
    },
    orderBy: [{ startOn: "desc" }, { id: "asc" }],
  });
  const byChild = new Map(rows.map((row) => [row.childId, row]));
  return [...byChild.values()].map(({ id, sectionId, childId, child }) => ({
    contractId: id,
    sectionId,
    childId,
    ...child,
  }));
}

/** The last minute at which a facility is open on a day; null when it is closed, or open all night. */
export async function closingMinute(
  db: Database,
  facilityId: string,
  day: CalendarDay,
): Promise<number | null> {
  const rows = await db.openingHours.findMany({
    where: { facilityId, weekday: weekdayOf(day) },
    select: { endMinute: true },
  });
  const last = Math.max(0, ...rows.map(({ endMinute }) => endMinute));
  return last > 0 && last < 1440 ? last : null;
}
