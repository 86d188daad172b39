import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import type { Opening } from "../rules/opening-hours.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";

/** A section, its licence and the facility it belongs to: a place to look at. */
export type Place = {
  section: { id: string; name: string; minAgeMonths: number; maxAgeMonths: number };
  facility: {
    id: string;
    name: string;
    kind: FacilityKind;
    organisationId: string | null;
    quarterName: string | null;
    /** Schools that an after-school site serves. */
    schoolIds: string[];
    /** Whether its rules allow over-capacity, from a day on, in the order of the days. */
    overCapacity: { validFrom: CalendarDay; overCapacity: boolean }[];
  };
  bands: DatedBand[];
  openings: Opening[];
};

const selection = {
  id: true,
  name: true,
  minAgeMonths: true,
  maxAgeMonths: true,
  bands: {
    select: {
      weekday: true,
      startMinute: true,
      endMinute: true,
      places: true,
      validFrom: true,
      validTo: true,
    },
  },
  facility: {
    select: {
      id: true,
      name: true,
      kind: true,
      organisationId: true,
      quarterName: true,
      schools: { select: { schoolId: true } },
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
      settings: { select: { validFrom: true, overCapacity: true }, orderBy: { validFrom: "asc" } },
    },
  },
} satisfies Prisma.SectionSelect;

function asPlace(row: Prisma.SectionGetPayload<{ select: typeof selection }>): Place {
  const { bands, facility, ...section } = row;
  const { openingHours, schools, settings, ...named } = facility;
  return {
    section,
    facility: {
      ...named,
      kind: named.kind as FacilityKind,
      schoolIds: schools.map(({ schoolId }) => schoolId),
      overCapacity: settings as Place["facility"]["overCapacity"],
    },
    bands: bands.map((band) => ({
      ...band,
      validFrom: band.validFrom as CalendarDay,
      validTo: band.validTo as CalendarDay | null,
    })),
    openings: openingHours,
  };
}

export async function findPlace(db: Database, sectionId: string): Promise<Place | null> {
  const row = await db.section.findUnique({ where: { id: sectionId }, select: selection });
  return row && asPlace(row);
}

/** Sections of one kind of care, of all facilities or of some operators and facilities only. */
export async function listPlaces(
  db: Database,
  kinds: FacilityKind[],
  within: { town: boolean; organisationIds: string[]; facilityIds: string[] },
): Promise<Place[]> {
  const rows = await db.section.findMany({
    where: {
      facility: {
        kind: { in: kinds },
        ...(within.town
          ? {}
          : { OR: [{ organisationId: { in: within.organisationIds } }, { id: { in: within.facilityIds } }] }),
      },
    },
    select: selection,
    orderBy: [{ facility: { name: "asc" } }, { minAgeMonths: "asc" }],
  });
  return rows.map(asPlace);
}
