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

export function dayOff(
  day: CalendarDay,
  facility: { kind: FacilityKind; closures: Closure[] },
  town: TownCalendar,
): DayOff | null {
  const holiday = publicHolidayOn(day, town);
  if (holiday) return { reason: "publicHoliday", code: holiday.code };
  const period = schoolPeriodOn(day, town.schoolPeriods);
  if (period?.kind === "public-holiday") return { reason: "localHoliday", label: period.label };
  const closure = facility.closures.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
  if (closure) return { reason: "closure", label: closure.label };
  // An unknown school day is planned: better a line too many on the list than a child nobody expects.
  const holidays =
    careKindOf(facility.kind) === "afterSchool" && schoolTimeOn(day, town.schoolPeriods) === "holidays";
  return holidays ? { reason: "schoolHoliday", label: period?.label ?? "" } : null;
}

/** The days off among those of a period, with their reasons. */
export function daysOff(
  from: CalendarDay,
  to: CalendarDay,
  facility: { kind: FacilityKind; closures: Closure[] },
  town: TownCalendar,
): Map<CalendarDay, DayOff> {
  const found = new Map<CalendarDay, DayOff>();
  for (const day of daysFrom(from, to)) {
    const off = dayOff(day, facility, town);
    if (off) found.set(day, off);
  }
  return found;
}
