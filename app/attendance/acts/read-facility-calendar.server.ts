import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, daysFrom } from "#app/calendar/rules/day.ts";
import { type CalendarPeriod, gridDays } from "../rules/calendar-period.ts";
import type { DayOff } from "../rules/days-off.ts";
import { type Standing, standingAt } from "../rules/presence.ts";
import { loadStays } from "./load-stays.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type ExpectedStay = {
  key: string;
  childName: string;
  plannedStart: Date;
  plannedEnd: Date;
  standing: Standing;
};

export type FacilityCalendarView = {
  facility: { id: string; name: string };
  today: CalendarDay;
  now: Date;
  period: CalendarPeriod;
  /** Whole weeks around the period, for the grid; the list shows those of the period. */
  days: {
    day: CalendarDay;
    off: DayOff | null;
    /** Sections that expect somebody; the names only where the period is a week. */
    sections: { id: string; name: string; expected: number; absent: number; stays: ExpectedStay[] }[];
  }[];
};

/** Who is expected, day by day and section by section. The reading is logged when it shows names. */
export async function readFacilityCalendar(
  visit: SignedVisit,
  facilityId: string | undefined,
  period: CalendarPeriod,
): Promise<FacilityCalendarView> {
  const facility = await requireFacility(visit, facilityId);
  const { from, to } = gridDays(period);
  const { stays, contracts, off } = await loadStays(visit, { facilityId: facility.id }, from, to);
  const named = period.unit === "week";
  if (named) await logFileRead(visit, "presenceList", `${facility.id}/${from}..${to}`);
  const days = daysFrom(from, to).map((day) => {
    const ofDay = stays.filter((stay) => stay.day === day);
    const sections = facility.sections.map(({ id, name }) => {
      const own = ofDay.filter(({ contractId }) => contracts.get(contractId)!.sectionId === id);
      const absent = own.filter(({ state }) => state === "absent").length;
      const shown: ExpectedStay[] = own.map((stay) => {
        const { firstName, lastName } = contracts.get(stay.contractId)!;
        return {
          key: `${stay.contractId}-${stay.plannedStart.getTime()}`,
          childName: named ? `${firstName} ${lastName}` : "",
          plannedStart: stay.plannedStart,
          plannedEnd: stay.plannedEnd,
          standing: standingAt(stay, visit.now),
        };
      });
      return { id, name, expected: own.length - absent, absent, stays: shown };
    });
    return {
      day,
      off: off.get(facility.id)?.get(day) ?? null,
      sections: sections.filter((section) => section.stays.length > 0),
    };
  });
  const { id, name } = facility;
  return { facility: { id, name }, today: visit.today, now: visit.now, period, days };
}
