import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { Closure } from "../rules/days-off.ts";
import type { PresenceState } from "../rules/presence.ts";

export type CountedFacility = {
  id: string;
  kind: FacilityKind;
  places: number | null;
  closures: Closure[];
  openingHours: { weekday: number; startMinute: number; endMinute: number }[];
  bands: DatedBand[];
};

const hours = { weekday: true, startMinute: true, endMinute: true } as const;

export async function listCountedFacilities(
  db: Database,
  from: CalendarDay,
  ids?: string[],
): Promise<CountedFacility[]> {
  const rows = await db.facility.findMany({
    where: ids ? { id: { in: ids } } : {},
    select: {
      id: true,
      kind: true,
      places: true,
      openingHours: { select: hours },
      closures: {
        where: { toDay: { gte: addDays(from, -1) } },
        select: { fromDay: true, toDay: true, label: true },
      },
      sections: {
        select: { bands: { select: { ...hours, places: true, validFrom: true, validTo: true } } },
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ sections, ...row }) => ({
    ...(row as Omit<CountedFacility, "bands">),
    bands: sections.flatMap(({ bands }) => bands as DatedBand[]),
  }));
}

export type CountedStay = {
  contractId: string;
  childId: string;
  facilityId: string;
  plannedStart: Date;
  plannedEnd: Date;
  state: PresenceState;
  arrivedAt: Date | null;
  leftAt: Date | null;
};

/**
 * Every stay that begins between two days. Two flat reads joined here: tens of thousands of stays share a thousand
 * contracts, and a join would repeat them.
 */
export async function listCountedStays(
  db: Database,
  from: CalendarDay,
  to: CalendarDay,
  facilityId?: string,
): Promise<CountedStay[]> {
  const contracts = await db.contract.findMany({
    where: { startOn: { lte: to }, ...(facilityId ? { facilityId } : {}) },
    select: { id: true, childId: true, facilityId: true },
  });
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const rows = await db.presence.findMany({
    where: { day: { gte: from, lte: to }, ...(facilityId ? { contract: { facilityId } } : {}) },
    select: {
      contractId: true,
      plannedStart: true,
      plannedEnd: true,
      state: true,
      arrivedAt: true,
      leftAt: true,
    },
  });
  const stays: CountedStay[] = [];
  for (const row of rows) {
    const contract = byId.get(row.contractId);
    if (!contract) continue;
    stays.push({
      ...row,
      state: row.state as PresenceState,
      childId: contract.childId,
      facilityId: contract.facilityId,
    });
  }
  return stays;
}
