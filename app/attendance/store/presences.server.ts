import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { PresenceChange } from "../rules/apply-mark.ts";
import type { AbsenceCode, PresenceState } from "../rules/presence.ts";

export type PresenceRow = {
  id: string;
  day: CalendarDay;
  plannedStart: Date;
  plannedEnd: Date;
  state: PresenceState;
  arrivedAt: Date | null;
  leftAt: Date | null;
  absenceCode: AbsenceCode | null;
  version: number;
};

export const presenceColumns = {
  id: true,
  day: true,
  plannedStart: true,
  plannedEnd: true,
  state: true,
  arrivedAt: true,
  leftAt: true,
  absenceCode: true,
  version: true,
} as const satisfies Prisma.PresenceSelect;

/** Stays that begin between two days, and the night under way when the first one opens. */
export function duringDays(from: CalendarDay, to: CalendarDay): Prisma.PresenceWhereInput {
  return {
    OR: [{ day: { gte: from, lte: to } }, { day: addDays(from, -1), plannedEnd: { gt: instantAt(from, 0) } }],
  };
}

export type ListedPresence = PresenceRow & {
  sectionId: string;
  childId: string;
  firstName: string;
  lastName: string;
};

/** Names and times, and nothing else of the child or its family. */
export async function listFacilityPresences(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<ListedPresence[]> {
  const rows = await db.presence.findMany({
    where: { contract: { facilityId }, ...duringDays(from, to) },
    select: {
      ...presenceColumns,
      contract: {
        select: { sectionId: true, childId: true, child: { select: { firstName: true, lastName: true } } },
      },
    },
    orderBy: { plannedStart: "asc" },
  });
  return rows.map(({ contract, ...row }) => ({
    ...(row as PresenceRow),
    sectionId: contract.sectionId,
    childId: contract.childId,
    ...contract.child,
  }));
}

export type PresenceWithPlace = PresenceRow & {
  facilityId: string;
  organisationId: string | null;
  householdId: string;
};

export async function findPresence(db: Database, id: string): Promise<PresenceWithPlace | null> {
  const row = await db.presence.findUnique({
    where: { id },
    select: {
      ...presenceColumns,
      contract: {
        select: {
          facility: { select: { id: true, organisationId: true } },
          child: { select: { householdId: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { contract, ...presence } = row;
  return {
    ...(presence as PresenceRow),
    facilityId: contract.facility.id,
    organisationId: contract.facility.organisationId,
    householdId: contract.child.householdId,
  };
}

export async function nameOfChild(db: Database, presenceId: string): Promise<string> {
  const { contract } = await db.presence.findUniqueOrThrow({
    where: { id: presenceId },
    select: { contract: { select: { child: { select: { firstName: true, lastName: true } } } } },
  });
  return `${contract.child.firstName} ${contract.child.lastName}`;
}

/** Writes a mark only on the stay as it was seen. Returns whether it did. */
export async function updatePresence(
  tx: Database,
  { id, state, version }: { id: string; state: PresenceState; version: number },
  change: PresenceChange,
  marked: { by: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.presence.updateMany({
    where: { id, state, version },
    data: { ...change, markedBy: marked.by, markedAt: marked.at, version: { increment: 1 } },
  });
  return count === 1;
}

/** Days of a period with stays that are over and that nobody has marked. */
export async function countUnmarked(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  now: Date,
): Promise<{ day: CalendarDay; count: number }[]> {
  const groups = await db.presence.groupBy({
    by: ["day"],
    where: { contract: { facilityId }, day: { gte: from }, plannedEnd: { lte: now }, state: "planned" },
    _count: { _all: true },
    orderBy: { day: "desc" },
  });
  return groups.map(({ day, _count }) => ({ day: day as CalendarDay, count: _count._all }));
}

/** How many stays of each state begin on a day, facility by facility. */
export async function countStates(
  db: Database,
  day: CalendarDay,
  facilityIds: string[],
): Promise<{ facilityId: string; state: PresenceState }[]> {
  const rows = await db.presence.findMany({
    where: { day, contract: { facilityId: { in: facilityIds } } },
    select: { state: true, contract: { select: { facilityId: true } } },
  });
  return rows.map(({ state, contract }) => ({
    state: state as PresenceState,
    facilityId: contract.facilityId,
  }));
}
