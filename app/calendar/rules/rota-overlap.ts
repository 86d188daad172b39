import { type CalendarDay, addDays } from "./day.ts";
import { type WeekSlot, type WeeklyPattern, minutesOfDay, slotsOfWeek } from "./weekly-pattern.ts";

/** Hours of the week of a Monday. */
export type DatedSlot = WeekSlot & { monday: CalendarDay };

/** Two stays that overlap in a week of the rota, or between it and the week before or after, given or of the cycle. */
export function overlapInRota(pattern: WeeklyPattern): [DatedSlot, DatedSlot] | null {
  for (const { monday } of pattern.rota ?? []) {
    const placed = [-7, 0, 7]
      .flatMap((shift) =>
        slotsOfWeek(pattern, addDays(monday, shift)).map(({ weekday, start, end }) => {
          const midnight = (shift + weekday - 1) * minutesOfDay;
          const slot: DatedSlot = { monday: addDays(monday, shift), weekday, start, end };
          return { slot, from: midnight + start, to: midnight + end };
        }),
      )
      .sort((a, b) => a.from - b.from);
    for (const [index, next] of placed.entries()) {
      const current = placed[index - 1];
      if (current && next.from < current.to) return [current.slot, next.slot];
    }
  }
  return null;
}
