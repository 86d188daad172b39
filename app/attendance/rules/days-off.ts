// The days on which a facility takes nobody, and why.
import { type CalendarDay, daysFrom } from "#app/calendar/rules/day.ts";
import { type LocalLaw, publicHolidayOn } from "#app/calendar/rules/public-holidays.ts";
import { type SchoolPeriod, schoolPeriodOn, schoolTimeOn } from "#app/calendar/rules/school-year.ts";
import { type FacilityKind, careKindOf } from "#app/facilities/rules/kinds.ts";

export type TownCalendar = { localLaw: LocalLaw; schoolPeriods: SchoolPeriod[] };

/** Both days included. */
export type Closure = { fromDay: CalendarDay; toDay: CalendarDay; label: string };

/** `code` is found in the words as `calendar:publicHoliday.<code>`; a `label` is shown as it was written. */
export type DayOff =
  | { reason: "publicHoliday"; code: string }
  | { reason: "localHoliday" | "closure" | "schoolHoliday"; label: string };

/** What a day is to the whole town: worked out once for all its facilities. */
export type TownDay = { day: CalendarDay; off: DayOff | null; schoolHoliday: DayOff | null };

function townDay(day: CalendarDay, town: TownCalendar): TownDay {
  const holiday = publicHolidayOn(day, town);
  if (holiday) return { day, off: { reason: "publicHoliday", code: holiday.code }, schoolHoliday: null };
  const period = schoolPeriodOn(day, town.schoolPeriods);
  if (period?.kind === "public-holiday")
    return { day, off: { reason: "localHoliday", label: period.label }, schoolHoliday: null };
  // An unknown school day is planned: better a line too many on the list than a child nobody expects.
  const holidays = schoolTimeOn(day, town.schoolPeriods) === "holidays";
  const schoolHoliday = holidays ? { reason: "schoolHoliday" as const, label: period?.label ?? "" } : null;
  return { day, off: null, schoolHoliday };
}

export function townDays(from: CalendarDay, to: CalendarDay, town: TownCalendar): TownDay[] {
  return daysFrom(from, to).map((day) => townDay(day, town));
}

type ClosingFacility = { kind: FacilityKind; closures: Closure[] };

function offOn({ day, off, schoolHoliday }: TownDay, facility: ClosingFacility): DayOff | null {
  if (off) return off;
  const closure = facility.closures.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  if (closure) return { reason: "closure", label: closure.label };
  return careKindOf(facility.kind) === "afterSchool" ? schoolHoliday : null;
}

export function dayOff(day: CalendarDay, facility: ClosingFacility, town: TownCalendar): DayOff | null {
  return offOn(townDay(day, town), facility);
}

/** The days off of a facility among those of the town, with their reasons. */
export function offAmong(days: readonly TownDay[], facility: ClosingFacility): Map<CalendarDay, DayOff> {
  const found = new Map<CalendarDay, DayOff>();
  for (const each of days) {
    const off = offOn(each, facility);
    if (off) found.set(each.day, off);
  }
  return found;
}

/** The days off among those of a period, with their reasons. */
export function daysOff(
  from: CalendarDay,
  to: CalendarDay,
  facility: ClosingFacility,
  town: TownCalendar,
): Map<CalendarDay, DayOff> {
  return offAmong(townDays(from, to, town), facility);
}
