// One stay, as the hours of a week that comes once: what holds places and hours is written in one language.
import { type CalendarDay, daysBetween, weekdayOf } from "#app/calendar/rules/day.ts";
import { dayOf, minuteOf } from "#app/calendar/rules/instant.ts";
import { type WeeklyPattern, minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";

/** For a contract, or a holding, whose first and last day is `day`. */
export function oneStay({ day, start, end }: { day: CalendarDay; start: Date; end: Date }): WeeklyPattern {
  const minute = (instant: Date): number =>
    daysBetween(day, dayOf(instant)) * minutesOfDay + minuteOf(instant);
  return {
    cycleWeeks: 1,
    slots: [{ week: 0, weekday: weekdayOf(day), start: minute(start), end: minute(end) }],
  };
}
