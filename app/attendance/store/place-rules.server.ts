// What a facility may hold: its licence, its staff and what it chose, for the limits of the law.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { DatedSettings, StaffBand } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Closure } from "../rules/days-off.ts";

export type PlaceRules = {
  id: string;
  name: string;
  kind: FacilityKind;
  organisationId: string | null;
  /** Youngest first. */
  sections: {
    id: string;
    name: string;
    walking: boolean | null;
    minAgeMonths: number;
    maxAgeMonths: number;
    bands: DatedBand[];
  }[];
  staffBands: StaffBand[];
  settings: DatedSettings[];
  closures: Closure[];
};

const dates = { validFrom: true, validTo: true } as const;
const hours = { weekday: true, startMinute: true, endMinute: true, ...dates } as const;

export async function findPlaceRules(db: Database, id: string, from: CalendarDay): Promise<PlaceRules> {
  const row = await db.facility.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      kind: true,
      organisationId: true,
      sections: {
        select: {
          id: true,
          name: true,
          walking: true,
          minAgeMonths: true,
          maxAgeMonths: true,
          bands: { select: { ...hours, places: true } },
        },
        orderBy: [{ minAgeMonths: "asc" }, { name: "asc" }],
      },
      staffBands: { select: { ...hours, sectionId: true, staff: true } },
      settings: { omit: { id: true, facilityId: true } },
      closures: {
        where: { toDay: { gte: from } },
        select: { fromDay: true, toDay: true, label: true },
      },
    },
  });
  return row as unknown as PlaceRules;
}
