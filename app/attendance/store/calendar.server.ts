import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { SchoolPeriod } from "#app/calendar/rules/school-year.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import type { DatedSettings } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Closure } from "../rules/days-off.ts";

export async function listSchoolPeriods(db: Database): Promise<SchoolPeriod[]> {
  const rows = await db.schoolPeriod.findMany({
    select: { kind: true, fromDay: true, toDay: true, label: true },
  });
  return rows as SchoolPeriod[];
}

export type FacilityCalendar = { id: string; kind: FacilityKind; closures: Closure[] };

/** Facilities with their closures from a day on. */
export async function listFacilityCalendars(
  db: Database,
  from: CalendarDay,
  ids?: string[],
): Promise<FacilityCalendar[]> {
  const rows = await db.facility.findMany({
    where: ids ? { id: { in: ids } } : {},
    select: {
      id: true,
      kind: true,
      closures: {
        where: { toDay: { gte: from } },
        select: { fromDay: true, toDay: true, label: true },
        orderBy: { fromDay: "asc" },
      },
    },
  });
  return rows as FacilityCalendar[];
}

export type AbsenceDesk = { name: string; phone: string | null; settings: DatedSettings[] };

/** What the cut-off of absences of facilities is told from, and whom to call after it. */
export async function listAbsenceDesks(db: Database, ids: string[]): Promise<Map<string, AbsenceDesk>> {
  const rows = await db.facility.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, phone: true, settings: { omit: { id: true, facilityId: true } } },
  });
  return new Map(rows.map(({ id, ...desk }) => [id, desk as unknown as AbsenceDesk]));
}
