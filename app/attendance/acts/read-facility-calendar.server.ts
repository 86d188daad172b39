import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type CalendarPeriod, gridDays } from "../rules/calendar-period.ts";
import type { DayStaff } from "../rules/day-staff.ts";
import type { DayOff } from "../rules/days-off.ts";
import type { Standing } from "../rules/presence.ts";
import { loadFacilityDays } from "./load-facility-days.server.ts";
import { readChildNames } from "./read-child-names.server.ts";
import { type FeedLine, readFeeds } from "./read-feeds.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type ExpectedStay = {
  key: string;
  /** The same child on each day of the page. */
  childKey: string;
  childName: string;
  plannedStart: Date;
  plannedEnd: Date;
  standing: Standing;
  occasional: boolean;
};

export type CalendarOfDay = {
  day: CalendarDay;
  off: DayOff | null;
  staff: DayStaff | null;
  /** Children whose first day of care it is; without their names in a month. */
  arrivals: { childName: string; sectionName: string }[];
  asked: number;
  /** Sections that expect somebody; the names only where the period is a week. */
  sections: { id: string; name: string; expected: number; absent: number; stays: ExpectedStay[] }[];
};

export type FacilityCalendarView = {
  facility: { id: string; name: string };
  today: CalendarDay;
  now: Date;
  period: CalendarPeriod;
  /** Whole weeks around the period. */
  days: CalendarOfDay[];
  feeds: FeedLine[];
};

/**
 * Who is expected, day by day and section by section, with the staff planned. The reading is logged when it shows
 * names.
 */
export async function readFacilityCalendar(
  visit: SignedVisit,
  facilityId: string | undefined,
  period: CalendarPeriod,
): Promise<FacilityCalendarView> {
  const facility = await requireFacility(visit, facilityId);
  const { id, name } = facility;
  const { from, to } = gridDays(period);
  const named = period.unit === "week";
  if (named) await logFileRead(visit, "presenceList", `${id}/${from}..${to}`);
  const nameOf = await readChildNames(visit, id, from, to);
  const sectionNames = new Map(facility.sections.map((section) => [section.id, section.name]));
  const days = (await loadFacilityDays(visit, facility, from, to)).map(({ arrivals, sections, ...day }) => ({
    ...day,
    arrivals: arrivals.map((contract) => ({
      childName: named ? nameOf(contract) : "",
      sectionName: sectionNames.get(contract.sectionId) ?? "",
    })),
    sections: sections.map(({ stays, ...section }) => ({
      ...section,
      stays: stays.map(({ contract, plannedStart, plannedEnd, standing }): ExpectedStay => ({
        key: `${contract.id}-${plannedStart.getTime()}`,
        childKey: named ? contract.childId : "",
        childName: named ? nameOf(contract) : "",
        plannedStart,
        plannedEnd,
        standing,
        occasional: contract.kind === "occasional",
      })),
    })),
  }));
  return {
    facility: { id, name },
    today: visit.today,
    now: visit.now,
    period,
    days,
    feeds: await readFeeds(visit, id),
  };
}
