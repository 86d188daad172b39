// What a day of a site of after-school care is told from, besides its stays.
import { type CalendarDay, addDays, weekdayOf } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { DatedSettings, StaffBand } from "#app/facilities/rules/settings.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type SiteBand, type StaffCounted, siteBands } from "../rules/site-bands.ts";

/** The bands of a day; none on a weekday on which the site is closed. */
export async function listSiteBands(db: Database, facilityId: string, day: CalendarDay): Promise<SiteBand[]> {
  const rows = await db.openingHours.findMany({
    where: { facilityId, weekday: weekdayOf(day) },
    select: { startMinute: true, endMinute: true },
  });
  return siteBands(day, rows);
}

export type SiteDay = { settings: DatedSettings[]; plan: StaffBand[]; counts: StaffCounted[] };

export async function findSiteDay(db: Database, facilityId: string, day: CalendarDay): Promise<SiteDay> {
  const inForce = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] };
  const { settings, staffBands } = await db.facility.findUniqueOrThrow({
    where: { id: facilityId },
    select: {
      settings: { omit: { id: true, facilityId: true } },
      staffBands: {
        where: { weekday: weekdayOf(day), ...inForce },
        omit: { id: true, facilityId: true },
      },
    },
  });
  const counts = await db.attendanceOperation.findMany({
    where: {
      ...{ facilityId, kind: "staffCount", outcome: "applied" },
      at: { gte: instantAt(day, 0), lt: instantAt(addDays(day, 1), 0) },
    },
    select: { sectionId: true, staff: true, at: true },
    orderBy: [{ at: "asc" }, { receivedAt: "asc" }],
  });
  return {
    settings: settings as unknown as DatedSettings[],
    plan: staffBands as unknown as StaffBand[],
    counts: counts.map(({ sectionId, staff, at }) => ({ sectionId: sectionId!, staff: staff ?? 0, at })),
  };
}

export async function listBirthDays(db: Database, ids: string[]): Promise<Map<string, CalendarDay | null>> {
  const rows = await db.child.findMany({ where: { id: { in: ids } }, select: { id: true, birthDay: true } });
  return new Map(rows.map(({ id, birthDay }) => [id, birthDay as CalendarDay | null]));
}
