import type { Weekday } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, compareSlots, minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";

/** The part of a stay that falls on one day, in minutes of that day. */
export type DayPiece = { week: 0 | 1; weekday: Weekday; start: number; end: number };

/** A pattern cut at midnight: a night is shown on both days, and Sunday's goes on with the next Monday. */
export function dayPieces({ cycleWeeks, slots }: WeeklyPattern): DayPiece[] {
  return slots
    .flatMap(({ week, weekday, start, end }): DayPiece[] => {
      const first = { week, weekday, start, end: Math.min(end, minutesOfDay) };
      if (end <= minutesOfDay) return [first];
      const nextWeek = weekday === 7 && cycleWeeks === 2 ? ((1 - week) as 0 | 1) : week;
      const next = {
        week: nextWeek,
        weekday: ((weekday % 7) + 1) as Weekday,
        start: 0,
        end: end - minutesOfDay,
      };
      return [first, next];
    })
    .sort(compareSlots);
}
