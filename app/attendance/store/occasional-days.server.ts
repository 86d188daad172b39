// The windows in which families book, the contracts that let them, and what booking writes in the day plans.
import { type CalendarDay, daysFrom } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { serialOf } from "../rules/contract-hours.ts";
import type { SectionStay } from "../rules/free-hours.ts";
import type { Window } from "../rules/occasional.ts";

export type WindowRow = Window & {
  id: string;
  facilityId: string;
  sectionId: string;
  fromDay: CalendarDay;
  toDay: CalendarDay;
};

const windowColumns = {
  id: true,
  facilityId: true,
  sectionId: true,
  fromDay: true,
  toDay: true,
  opensAt: true,
  closesAt: true,
  closedAt: true,
} as const;

/** Windows with a day of the period, of facilities or of a section; those closed too. */
export async function listWindows(
  db: Database,
  of: { facilityIds: string[] } | { sectionId: string },
  from: CalendarDay,
  to: CalendarDay,
): Promise<WindowRow[]> {
  const whose = "facilityIds" in of ? { facilityId: { in: of.facilityIds } } : of;
  const rows = await db.occasionalWindow.findMany({
    where: { ...whose, fromDay: { lte: to }, toDay: { gte: from } },
    select: windowColumns,
    orderBy: [{ fromDay: "asc" }, { id: "asc" }],
  });
  return rows as WindowRow[];
}

export async function insertWindows(
  tx: Database,
  windows: (Omit<WindowRow, "id" | "closedAt"> & { createdBy: string })[],
): Promise<void> {
  await tx.occasionalWindow.createMany({ data: windows });
}

/** @returns whether it was open until now */
export async function closeWindows(
  tx: Database,
  where: { id: string; facilityId: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.occasionalWindow.updateMany({
    where: { ...where, closedAt: null },
    data: { closedAt: now },
  });
  return count === 1;
}

export type OccasionalContract = {
  id: string;
  childId: string;
  householdId: string;
  firstName: string;
  lastName: string;
  facilityId: string;
  facilityName: string;
  facilityPhone: string | null;
  organisationId: string | null;
  sectionId: string;
  sectionName: string;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
};

/** Occasional contracts that run on some day from `from` to `to`, by the children's names. */
export async function listOccasionalContracts(
  db: Database,
  of: { facilityId: string } | { householdIds: string[] } | { id: string } | { childId: string },
  from: CalendarDay,
  to: CalendarDay,
): Promise<OccasionalContract[]> {
  const whose = "householdIds" in of ? { child: { householdId: { in: of.householdIds } } } : of;
  const rows = await db.contract.findMany({
    where: {
      ...whose,
      kind: "occasional",
      startOn: { lte: to },
      OR: [{ endOn: null }, { endOn: { gte: from } }],
    },
    select: {
      id: true,
      childId: true,
      facilityId: true,
      sectionId: true,
      startOn: true,
      endOn: true,
      child: { select: { householdId: true, firstName: true, lastName: true } },
      facility: { select: { name: true, phone: true, organisationId: true } },
      section: { select: { name: true } },
    },
    orderBy: [{ child: { firstName: "asc" } }, { child: { lastName: "asc" } }, { startOn: "asc" }],
  });
  return rows
    .map(({ child, facility, section, ...row }) => ({
      ...row,
      ...child,
      startOn: row.startOn as CalendarDay,
      endOn: row.endOn as CalendarDay | null,
      facilityName: facility.name,
      facilityPhone: facility.phone,
      organisationId: facility.organisationId,
      sectionName: section.name,
    }))
    .filter(({ startOn, endOn }) => endOn === null || endOn >= startOn);
}

/** Children announced absent in sections, on days of a period: their places are free meanwhile. */
export async function listAbsentStays(
  db: Database,
  facilityId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<SectionStay[]> {
  const rows = await db.presence.findMany({
    where: { day: { gte: from, lte: to }, state: "absent", contract: { facilityId } },
    select: {
      day: true,
      plannedStart: true,
      plannedEnd: true,
      contract: { select: { sectionId: true } },
    },
  });
  return rows.map(({ day, plannedStart, plannedEnd, contract }) => ({
    sectionId: contract.sectionId,
    day: day as CalendarDay,
    start: plannedStart,
    end: plannedEnd,
  }));
}

type Booked = { contractId: string; day: CalendarDay; start: Date; end: Date };

/** The stay booked joins the day plan, as the hours of contracts do. */
export async function insertBookedPresence(
  tx: Database,
  { contractId, day, start, end }: Booked,
): Promise<void> {
  await tx.presence.create({
    data: {
      contractId,
      day,
      plannedStart: start,
      plannedEnd: end,
      origin: "occasional",
      state: "planned",
    },
  });
}

/** @returns false when the child has come meanwhile: the stay is then history */
export async function deleteBookedPresence(tx: Database, { contractId, start }: Booked): Promise<boolean> {
  const which = { contractId, plannedStart: start, origin: "occasional" };
  await tx.presence.deleteMany({ where: { ...which, state: { in: ["planned", "absent"] } } });
  return (await tx.presence.count({ where: which })) === 0;
}

/** Minutes of a day that a child already has, by any contract or booking, anywhere. */
export type HeldMinutes = { day: CalendarDay; start: number; end: number };

export async function listHeldMinutes(
  db: Database,
  childId: string,
  from: CalendarDay,
  to: CalendarDay,
): Promise<HeldMinutes[]> {
  const rows = await db.contractHours.findMany({
    where: { childId, firstDay: { lte: serialOf(to) }, lastDay: { gte: serialOf(from) } },
    select: { firstDay: true, lastDay: true, step: true, startMinute: true, endMinute: true },
    orderBy: { startMinute: "asc" },
  });
  return daysFrom(from, to).flatMap((day) => {
    const serial = serialOf(day);
    return rows
      .filter(
        ({ firstDay, lastDay, step }) =>
          firstDay <= serial && serial <= lastDay && (serial - firstDay) % step === 0,
      )
      .map(({ startMinute: start, endMinute: end }) => ({ day, start, end }));
  });
}
