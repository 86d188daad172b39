import { type CalendarDay, daysFrom } from "./day.ts";
import { instantAt } from "./instant.ts";
import { type WeeklyPattern, slotsOn } from "./weekly-pattern.ts";

/** A stay: two instants, and the day on which it begins. */
export type Stay = { day: CalendarDay; start: Date; end: Date };

/** The stays that begin from `from` to `to`, both included. */
export function staysOf(pattern: WeeklyPattern, from: CalendarDay, to: CalendarDay): Stay[] {
  return daysFrom(from, to).flatMap((day) =>
    slotsOn(pattern, day).map(({ start, end }) => ({
      day,
      start: instantAt(day, start),
      end: instantAt(day, end),
    })),
  );
}
