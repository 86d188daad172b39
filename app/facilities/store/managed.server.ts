import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { DatedBand } from "../rules/capacity.ts";
import type { FacilityKind } from "../rules/kinds.ts";
import type { DatedSettings, StaffBand } from "../rules/settings.ts";

export type ManagedSection = {
  id: string;
  name: string;
  minAgeMonths: number;
  maxAgeMonths: number;
  walking: boolean | null;
  bands: DatedBand[];
};

/** A facility as whoever runs it sees it. */
export type ManagedFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  organisationId: string | null;
  phone: string | null;
  openings: { weekday: number; startMinute: number; endMinute: number }[];
  /** Youngest first. */
  sections: ManagedSection[];
  /** In the order of their days. */
  settings: DatedSettings[];
  staff: (StaffBand & { id: string })[];
};

const hours = { weekday: true, startMinute: true, endMinute: true } as const;
const dated = { validFrom: true, validTo: true } as const;
const settings = {
  validFrom: true,
  ratioRule: true,
  ratioRounding: true,
  overCapacity: true,
  hasPedt: true,
  absenceCutOffDays: true,
  absenceCutOffMinute: true,
  roundingMinutes: true,
  toleranceMinutes: true,
} as const;

export async function findManagedFacility(db: Database, id: string): Promise<ManagedFacility | null> {
  const row = await db.facility.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      kind: true,
      organisationId: true,
      phone: true,
      openingHours: { select: hours, orderBy: [{ weekday: "asc" }, { startMinute: "asc" }] },
      sections: {
        select: {
          id: true,
          name: true,
          minAgeMonths: true,
          maxAgeMonths: true,
          walking: true,
          bands: { select: { ...hours, ...dated, places: true } },
        },
        orderBy: [{ minAgeMonths: "asc" }, { name: "asc" }],
      },
      settings: { select: settings, orderBy: { validFrom: "asc" } },
      staffBands: {
        select: { id: true, sectionId: true, ...hours, ...dated, staff: true },
        orderBy: [{ weekday: "asc" }, { startMinute: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { openingHours, staffBands, ...facility } = row;
  return {
    ...facility,
    kind: facility.kind as FacilityKind,
    openings: openingHours,
    sections: facility.sections as ManagedSection[],
    settings: facility.settings as DatedSettings[],
    staff: staffBands.map((band) => ({
      ...band,
      validFrom: band.validFrom as CalendarDay,
      validTo: band.validTo as CalendarDay | null,
    })),
  };
}

export async function updatePhone(tx: Database, id: string, phone: string | null): Promise<void> {
  await tx.facility.update({ where: { id }, data: { phone } });
}

/** @returns whether the section is one of the facility's */
export async function updateWalking(
  tx: Database,
  facilityId: string,
  sectionId: string,
  walking: boolean | null,
): Promise<boolean> {
  const { count } = await tx.section.updateMany({ where: { id: sectionId, facilityId }, data: { walking } });
  return count === 1;
}
