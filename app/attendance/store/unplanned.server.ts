import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PresenceRow } from "./presences.server.ts";
import { presenceColumns } from "./presences.server.ts";

/** A contract of a facility that runs on a day. */
export async function findRunningContract(
  db: Database,
  id: string,
  facilityId: string,
  day: CalendarDay,
): Promise<{ id: string; childId: string } | null> {
  return db.contract.findFirst({
    where: { id, facilityId, startOn: { lte: day }, OR: [{ endOn: null }, { endOn: { gte: day } }] },
    select: { id: true, childId: true },
  });
}

/** The stays of a child at a facility around a day, whatever its contracts. */
export async function listChildStays(
  db: Database,
  {
    childId,
    facilityId,
    from,
    to,
  }: { childId: string; facilityId: string; from: CalendarDay; to: CalendarDay },
): Promise<PresenceRow[]> {
  const rows = await db.presence.findMany({
    where: { contract: { childId, facilityId }, day: { gte: from, lte: to } },
    select: presenceColumns,
    orderBy: { plannedStart: "asc" },
  });
  return rows as PresenceRow[];
}

/** A child brought in unknown that same day, under the same name. */
export async function findUnknownChild(
  db: Database,
  facilityId: string,
  day: CalendarDay,
): Promise<{ contractId: string; childId: string; firstName: string; lastName: string }[]> {
  const rows = await db.contract.findMany({
    where: { facilityId, kind: "emergency", startOn: day, careRequestId: null },
    select: { id: true, childId: true, child: { select: { firstName: true, lastName: true } } },
  });
  return rows.map(({ id, childId, child }) => ({ contractId: id, childId, ...child }));
}

/** The contract of a child that nobody knew: this very day, no hours held; the manager completes it. */
export async function insertEmergencyContract(
  tx: Database,
  contract: {
    childId: string;
    facilityId: string;
    sectionId: string;
    day: CalendarDay;
    at: Date;
    createdBy: string;
  },
): Promise<string> {
  const { day, at, ...rest } = contract;
  const { id } = await tx.contract.create({
    data: {
      ...rest,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn: day,
      endOn: day,
      kind: "emergency",
      createdAt: at,
    },
    select: { id: true },
  });
  return id;
}

/** Planned from and to the minute of arrival: nothing is booked, and all of it is extra. */
export async function insertUnplannedStay(
  tx: Database,
  stay: { id: string; contractId: string; day: CalendarDay; arrivedAt: Date; by: string; at: Date },
): Promise<void> {
  const { id, contractId, day, arrivedAt, by, at } = stay;
  await tx.presence.create({
    data: {
      id,
      contractId,
      day,
      plannedStart: arrivedAt,
      plannedEnd: arrivedAt,
      origin: "unplanned",
      state: "arrived",
      arrivedAt,
      markedBy: by,
      markedAt: at,
    },
  });
}
