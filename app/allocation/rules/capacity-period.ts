// Over which days a facility's places are looked at.
import { type CalendarDay, addDays, daysFrom, isDay, mondayOf } from "#app/calendar/rules/day.ts";
import { type SchoolPeriod, schoolTimeOn } from "#app/calendar/rules/school-year.ts";
import { usualEnd } from "./usual-end.ts";

/** "school": the next weeks of school; "end": until the end of the school year; or the Monday of one week. */
export type PeriodChoice = "school" | "end" | CalendarDay;

export type CapacityPeriod = {
  choice: PeriodChoice;
  from: CalendarDay;
  to: CalendarDay;
  /** Mondays of the weeks counted, when not all are. */
  mondays: CalendarDay[] | null;
  /** Weeks that may be chosen. */
  weeks: CalendarDay[];
};

const schoolWeeks = 4;
const weeksToChoose = 20;

/** A week of school has at least three of its five days without holidays. */
function isSchoolWeek(monday: CalendarDay, periods: SchoolPeriod[]): boolean {
  const days = daysFrom(monday, addDays(monday, 4));
  return days.filter((day) => schoolTimeOn(day, periods) !== "holidays").length >= 3;
}

export function capacityPeriod(
  search: URLSearchParams,
  today: CalendarDay,
  periods: SchoolPeriod[],
): CapacityPeriod {
  const thisMonday = mondayOf(today);
  const weeks = Array.from({ length: weeksToChoose }, (_, week) => addDays(thisMonday, 7 * week));
  const asked = search.get("periode") ?? "";
  const later = (day: CalendarDay): CalendarDay => (day > today ? day : today);
  if (asked === "fin") return { choice: "end", from: today, to: usualEnd(today), mondays: null, weeks };
  if (isDay(asked) && mondayOf(asked) >= thisMonday) {
    const monday = mondayOf(asked);
    return { choice: monday, from: later(monday), to: addDays(monday, 6), mondays: null, weeks };
  }
  const ofSchool = weeks.filter((monday) => isSchoolWeek(monday, periods)).slice(0, schoolWeeks);
  // A school calendar that was never imported, or that has ended: the next weeks, whatever they are.
  const mondays = ofSchool.length > 0 ? ofSchool : weeks.slice(0, schoolWeeks);
  return {
    choice: "school",
    from: later(mondays[0]!),
    to: addDays(mondays.at(-1)!, 6),
    mondays,
    weeks,
  };
}

/** What the address says of a choice. */
export function periodParam(choice: PeriodChoice): string {
  return choice === "school" ? "ecole" : choice === "end" ? "fin" : choice;
}
