// The places that a meeting counts: facilities whole, with everything that holds a place in them.
import { holdingStatuses } from "#app/allocation/rules/offer.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { type CareKind, type FacilityKind, careKindOf, facilityKinds } from "#app/facilities/rules/kinds.ts";
import { type DatedSettings, type StaffBand, settingsOn } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Seat, SeatRow, TownFacility, TownSection } from "../rules/meeting-town.ts";

const dates = { validFrom: true, validTo: true } as const;
const hours = { weekday: true, startMinute: true, endMinute: true } as const;

/** A seat, the request it comes from, and its facility. */
export type HeldSeat = Seat & { facilityId: string; careRequestId: string | null };

/** Facilities of some sections, without the places that are held. */
export async function listFacilities(
  db: Database,
  sectionIds: readonly string[],
  from: CalendarDay,
): Promise<TownFacility[]> {
  const rows = await db.facility.findMany({
    where: { sections: { some: { id: { in: [...sectionIds] } } } },
    select: {
      id: true,
      name: true,
      kind: true,
      organisationId: true,
      openingHours: { select: hours },
      settings: { omit: { id: true, facilityId: true } },
      staffBands: { select: { ...hours, ...dates, sectionId: true, staff: true } },
      sections: {
        select: {
          id: true,
          name: true,
          minAgeMonths: true,
          maxAgeMonths: true,
          walking: true,
          bands: { select: { ...hours, ...dates, places: true }, orderBy: { id: "asc" } },
        },
        orderBy: [{ minAgeMonths: "asc" }, { id: "asc" }],
      },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ openingHours, settings, sections, staffBands, ...row }) => ({
    ...row,
    kind: row.kind as FacilityKind,
    openings: openingHours,
    settings: settingsOn(settings as DatedSettings[], from),
    staffBands: staffBands as StaffBand[],
    sections: sections.map((section) => ({
      ...(section as Omit<TownSection, "allocated">),
      allocated: sectionIds.includes(section.id),
    })),
    seats: [],
  }));
}

/** Contracts and open offers that hold hours of some facilities from a day on. */
export async function listSeats(
  db: Database,
  facilityIds: readonly string[],
  from: CalendarDay,
): Promise<HeldSeat[]> {
  const of = { facilityId: { in: [...facilityIds] }, OR: [{ endOn: null }, { endOn: { gte: from } }] };
  const held = { sectionId: true, pattern: true, startOn: true, endOn: true } as const;
  const contracts = await db.contract.findMany({
    where: { ...of, kind: { not: "occasional" } },
    select: { ...held, agreementId: true, childId: true, facilityId: true, careRequestId: true },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
  });
  const offers = await db.offer.findMany({
    where: { ...of, status: { in: [...holdingStatuses] } },
    select: {
      ...held,
      id: true,
      facilityId: true,
      careRequestId: true,
      careRequest: { select: { childId: true } },
    },
    orderBy: { id: "asc" },
  });
  const seats = new Map<string, HeldSeat>();
  const add = (seat: Omit<HeldSeat, "rows" | "classes">, row: SeatRow): void => {
    // A row that another replaced before its first day holds nothing.
    if (row.endOn !== null && row.endOn < row.startOn) return;
    const key = `${seat.id} ${seat.facilityId}`;
    const known = seats.get(key);
    if (known) known.rows.push(row);
    else seats.set(key, { ...seat, rows: [row], classes: [] });
  };
  const rowOf = (row: {
    sectionId: string;
    pattern: unknown;
    startOn: string;
    endOn: string | null;
  }): SeatRow => ({
    sectionId: row.sectionId,
    pattern: row.pattern as WeeklyPattern,
    startOn: row.startOn as CalendarDay,
    endOn: row.endOn as CalendarDay | null,
  });
  for (const { agreementId, childId, facilityId, careRequestId, ...row } of contracts)
    add({ id: `agreement:${agreementId}`, childId, facilityId, careRequestId }, rowOf(row));
  for (const { id, facilityId, careRequestId, careRequest, ...row } of offers)
    add({ id: `offer:${id}`, childId: careRequest.childId, facilityId, careRequestId }, rowOf(row));
  return [...seats.values()];
}

export type SectionToChoose = {
  id: string;
  name: string;
  facility: { id: string; name: string; quarterName: string | null };
  bands: { places: number; validFrom: string; validTo: string | null }[];
};

/** Every section of a kind of care, by facility and age; childminders, whom parents employ, are not among them. */
export async function listSectionsOf(db: Database, careKind: CareKind): Promise<SectionToChoose[]> {
  const kinds = facilityKinds.filter((kind) => careKindOf(kind) === careKind && kind !== "childminder");
  return db.section.findMany({
    where: { facility: { kind: { in: kinds } } },
    select: {
      id: true,
      name: true,
      facility: { select: { id: true, name: true, quarterName: true } },
      bands: { select: { places: true, ...dates } },
    },
    orderBy: [{ facility: { name: "asc" } }, { facilityId: "asc" }, { minAgeMonths: "asc" }],
  });
}

/** What facilities and sections are called. */
export async function readPlaceNames(
  db: Database,
  facilityIds: readonly string[],
): Promise<{ facilities: Record<string, string>; sections: Record<string, string> }> {
  const rows = await db.facility.findMany({
    where: { id: { in: [...facilityIds] } },
    select: { id: true, name: true, sections: { select: { id: true, name: true } } },
  });
  return {
    facilities: Object.fromEntries(rows.map(({ id, name }) => [id, name])),
    sections: Object.fromEntries(
      rows.flatMap(({ sections }) => sections.map(({ id, name }) => [id, name] as const)),
    ),
  };
}
