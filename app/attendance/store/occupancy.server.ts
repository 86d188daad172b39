import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { DatedSettings } from "#app/facilities/rules/settings.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { Closure } from "../rules/days-off.ts";
import type { AbsenceCode, PresenceState } from "../rules/presence.ts";
import type { ChildStay } from "../rules/stay-record.ts";

export type CountedFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  places: number | null;
  closures: Closure[];
  openingHours: { weekday: number; startMinute: number; endMinute: number }[];
  bands: DatedBand[];
  settings: Pick<
    DatedSettings,
    "validFrom" | "roundingMinutes" | "toleranceMinutes" | "absenceCutOffDays" | "absenceCutOffMinute"
  >[];
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
      name: true,
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
      settings: {
        select: {
          validFrom: true,
          roundingMinutes: true,
          toleranceMinutes: true,
          absenceCutOffDays: true,
          absenceCutOffMinute: true,
        },
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ sections, ...row }) => ({
    ...(row as Omit<CountedFacility, "bands">),
    bands: sections.flatMap(({ bands }) => bands as DatedBand[]),
  }));
}

export type CountedContract = {
  id: string;
  /** Its rows follow each other: an amendment to come is no new promise. */
  agreementId: string;
  childId: string;
  facilityId: string;
  startOn: CalendarDay;
};

/** Whose hours: those of a facility, of the children of households, or of the whole town. */
export type CountedOf = { facilityId?: string; householdIds?: string[] };

/** Contracts that have begun by the end of a period: over or not, their stays are on record. */
export async function listCountedContracts(
  db: Database,
  to: CalendarDay,
  { facilityId, householdIds }: CountedOf,
): Promise<CountedContract[]> {
  const rows = await db.contract.findMany({
    where: {
      startOn: { lte: to },
      ...(facilityId ? { facilityId } : {}),
      ...(householdIds ? { child: { householdId: { in: householdIds } } } : {}),
    },
    select: { id: true, agreementId: true, childId: true, facilityId: true, startOn: true },
  });
  return rows as CountedContract[];
}

export type WrittenStay = ChildStay & { contract: CountedContract };

/** Of each absence, by contract and start: its reason, and when it was said. */
async function listAbsences(
  db: Database,
  where: Prisma.PresenceWhereInput,
): Promise<Map<string, Pick<ChildStay, "absenceCode" | "markedAt">>> {
  const rows = await db.presence.findMany({
    where: { ...where, state: "absent" satisfies PresenceState },
    select: { contractId: true, plannedStart: true, absenceCode: true, markedAt: true },
  });
  return new Map(
    rows.map(({ contractId, plannedStart, absenceCode, markedAt }) => [
      `${contractId} ${plannedStart.getTime()}`,
      { absenceCode: absenceCode as AbsenceCode | null, markedAt: markedAt?.getTime() ?? null },
    ]),
  );
}

/**
 * The stays of contracts that begin between two days. Flat reads joined here: tens of thousands of stays share a
 * thousand contracts, a join would repeat them, and few are absences.
 * @param everyone whether the contracts are those of the whole town: the days are then enough to find the stays
 */
export async function listCountedStays(
  db: Database,
  contracts: readonly CountedContract[],
  { from, to, everyone }: { from: CalendarDay; to: CalendarDay; everyone: boolean },
): Promise<WrittenStay[]> {
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const where: Prisma.PresenceWhereInput = {
    day: { gte: from, lte: to },
    ...(everyone ? {} : { contractId: { in: [...byId.keys()] } }),
  };
  const rows = await db.presence.findMany({
    where,
    select: {
      contractId: true,
      plannedStart: true,
      plannedEnd: true,
      state: true,
      arrivedAt: true,
      leftAt: true,
    },
  });
  const absences = await listAbsences(db, where);
  const stays: WrittenStay[] = [];
  for (const row of rows) {
    const contract = byId.get(row.contractId);
    if (!contract) continue;
    const plannedStart = row.plannedStart.getTime();
    const absence = row.state === "absent" ? absences.get(`${row.contractId} ${plannedStart}`) : undefined;
    stays.push({
      contract,
      childId: contract.childId,
      plannedStart,
      plannedEnd: row.plannedEnd.getTime(),
      state: row.state as PresenceState,
      arrivedAt: row.arrivedAt === null ? null : row.arrivedAt.getTime(),
      leftAt: row.leftAt === null ? null : row.leftAt.getTime(),
      absenceCode: absence?.absenceCode ?? null,
      markedAt: absence?.markedAt ?? null,
    });
  }
  return stays;
}

/** The children of households, by first name. */
export async function listFirstNames(
  db: Database,
  householdIds: string[],
): Promise<{ id: string; firstName: string }[]> {
  return db.child.findMany({
    where: { householdId: { in: householdIds } },
    select: { id: true, firstName: true },
    orderBy: { firstName: "asc" },
  });
}
