import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind, FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "#app/requests/rules/lifecycle.ts";
import type { Opening } from "../rules/opening-hours.ts";

export type SearchedRow = {
  id: string;
  name: string;
  kind: FacilityKind;
  quarterName: string | null;
  organisationId: string | null;
  openings: Opening[];
  /** None where nobody has stated places by the hour. */
  sections: { id: string; name: string; minAgeMonths: number; maxAgeMonths: number; bands: DatedBand[] }[];
};

/** Every facility of some kinds with its hours and its licence from a day on. */
export async function listSearched(
  db: Database,
  kinds: FacilityKind[],
  from: CalendarDay,
): Promise<SearchedRow[]> {
  const rows = await db.facility.findMany({
    where: { kind: { in: kinds } },
    select: {
      id: true,
      name: true,
      kind: true,
      quarterName: true,
      organisationId: true,
      openingHours: { select: { weekday: true, startMinute: true, endMinute: true } },
      sections: {
        select: {
          id: true,
          name: true,
          minAgeMonths: true,
          maxAgeMonths: true,
          bands: {
            where: { OR: [{ validTo: null }, { validTo: { gte: from } }] },
            omit: { id: true, sectionId: true },
          },
        },
      },
    },
    orderBy: { name: "asc" },
  });
  return rows.map(({ openingHours, sections, kind, ...facility }) => ({
    ...facility,
    kind: kind as FacilityKind,
    openings: openingHours,
    sections: sections.map(({ bands, ...section }) => ({
      ...section,
      bands: bands.map((band) => ({
        ...band,
        validFrom: band.validFrom as CalendarDay,
        validTo: band.validTo as CalendarDay | null,
      })),
    })),
  }));
}

export type NeedRow = {
  id: string;
  reference: string;
  kind: CareKind;
  handlerId: string | null;
  householdId: string;
  status: CareRequestStatus;
  /** The family has agreed to be advised, and a case is open or was. */
  advised: boolean;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  birthDay: CalendarDay | null;
  childFirstName: string;
};

/** What of a request a search needs. */
export async function findNeed(db: Database, id: string): Promise<NeedRow | null> {
  const row = await db.careRequest.findUnique({
    where: { id },
    select: {
      id: true,
      reference: true,
      kind: true,
      handlerId: true,
      householdId: true,
      status: true,
      adviceConsent: true,
      adviceCase: { select: { id: true } },
      pattern: true,
      startOn: true,
      child: { select: { birthDay: true, expectedOn: true, firstName: true } },
    },
  });
  if (!row) return null;
  const { child, adviceCase, adviceConsent, ...need } = row;
  return {
    ...need,
    kind: need.kind as CareKind,
    status: need.status as CareRequestStatus,
    advised: adviceConsent && adviceCase !== null,
    pattern: need.pattern as WeeklyPattern,
    startOn: need.startOn as CalendarDay,
    birthDay: (child.birthDay ?? child.expectedOn) as CalendarDay | null,
    childFirstName: child.firstName,
  };
}
