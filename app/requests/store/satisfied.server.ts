import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type CareRequestStatus, transitions } from "../rules/lifecycle.ts";

/** The other requests of a child, of the same kind of care, that may still be taken back. */
export async function listOpenRequestsBeside(
  tx: Database,
  careRequestId: string,
): Promise<
  { id: string; version: number; status: CareRequestStatus; pattern: WeeklyPattern; startOn: CalendarDay }[]
> {
  const { childId, kind } = await tx.careRequest.findUniqueOrThrow({
    where: { id: careRequestId },
    select: { childId: true, kind: true },
  });
  const rows = await tx.careRequest.findMany({
    where: { childId, kind, id: { not: careRequestId }, status: { in: [...transitions.withdraw.from] } },
    select: { id: true, version: true, status: true, pattern: true, startOn: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ status, pattern, startOn, ...row }) => ({
    ...row,
    startOn: startOn as CalendarDay,
    status: status as CareRequestStatus,
    pattern: pattern as WeeklyPattern,
  }));
}
