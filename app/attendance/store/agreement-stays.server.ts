// The stays written for an agreement, when its rows change under them.
import { type CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type PresenceRow, presenceColumns } from "./presences.server.ts";

export type AgreementStay = PresenceRow & { contractId: string; origin: string };

/** Stays of these rows that begin on a day or later. */
export async function listStaysFrom(
  db: Database,
  contractIds: string[],
  from: CalendarDay,
): Promise<AgreementStay[]> {
  const rows = await db.presence.findMany({
    where: { contractId: { in: contractIds }, day: { gte: from } },
    select: { ...presenceColumns, contractId: true, origin: true },
    orderBy: { plannedStart: "asc" },
  });
  return rows as AgreementStay[];
}

/** Gives a stay to another row, with the hours of that row. */
export async function moveStay(
  tx: Database,
  id: string,
  to: { contractId: string; plannedStart: Date; plannedEnd: Date },
): Promise<void> {
  await tx.presence.update({ where: { id }, data: { ...to, version: { increment: 1 } } });
}

export async function deleteStays(tx: Database, ids: string[]): Promise<void> {
  await tx.presence.deleteMany({ where: { id: { in: ids }, state: { in: ["planned", "absent"] } } });
}

/** Occasional hours booked from a day on follow the agreement to its new row. */
export async function moveOccasionalStays(
  tx: Database,
  contractIds: string[],
  to: string,
  from: CalendarDay,
): Promise<void> {
  await tx.occasionalStay.updateMany({
    where: { contractId: { in: contractIds }, day: { gte: from } },
    data: { contractId: to },
  });
}
