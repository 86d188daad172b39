import { type CalendarDay, addDays, daysFrom } from "#app/calendar/rules/day.ts";
import { instantAt, minutesBetween } from "#app/calendar/rules/instant.ts";
import type { ClockChange } from "./clock-change-nights.ts";

const day = 1440;

/** The furthest start, and the year that follows it. */
export const clockMonths = 36;

/** The days between two days on which the town's clocks change, with the minutes they skip or show twice. */
export function clockChanges(from: CalendarDay, to: CalendarDay): ClockChange[] {
  return daysFrom(from, to).flatMap((each): ClockChange[] => {
    const midnight = instantAt(each, 0);
    const length = minutesBetween(midnight, instantAt(addDays(each, 1), 0));
    if (length === day) return [];
    // Up to the change, the clocks show the minutes that have passed since midnight.
    const elapsed = (minute: number): number => minutesBetween(midnight, instantAt(each, minute));
    let minute = 0;
    while (elapsed(minute) === minute && minute < day) minute++;
    const forward = length < day;
    // Skipped minutes are all the instant of the change; those shown twice are read as the first time.
    const start = forward ? minute - 1 : minute - (length - day);
    return [{ day: each, start, end: start + Math.abs(length - day), forward }];
  });
}
