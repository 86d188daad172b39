import { type CalendarDay, type Weekday, addDays } from "#app/calendar/rules/day.ts";
import {
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  minutesOfDay,
  slotsOfWeek,
} from "#app/calendar/rules/weekly-pattern.ts";

/** The part of a stay that falls on one day, in minutes of that day, of a week counted from 0. */
export type DayPiece = WeekSlot & { week: number };

/** A stay cut at midnight; `weeksLater` is 1 for the Monday that follows a Sunday night. */
function cutAtMidnight({ weekday, start, end }: WeekSlot): (WeekSlot & { weeksLater: 0 | 1 })[] {
  const first = { weekday, start, end: Math.min(end, minutesOfDay), weeksLater: 0 as const };
  if (end <= minutesOfDay) return [first];
  const next = ((weekday % 7) + 1) as Weekday;
  return [first, { weekday: next, start: 0, end: end - minutesOfDay, weeksLater: weekday === 7 ? 1 : 0 }];
}

/** The cycle of a pattern cut at midnight: a night is shown on both days, and Sunday's goes on with the next Monday. */
export function dayPieces({ cycleWeeks, slots }: WeeklyPattern): DayPiece[] {
  return slots
    .flatMap((slot) =>
      cutAtMidnight(slot).map(({ weeksLater, ...piece }) => ({
        ...piece,
        week: (slot.week + weeksLater) % cycleWeeks,
      })),
    )
    .sort(compareSlots);
}

/** A week to draw: `week` of the cycle, or else the week of `monday`. */
export type DrawnWeek = {
  week: number | null;
  monday: CalendarDay | null;
  pieces: Pick<DayPiece, "weekday" | "start" | "end">[];
};

/** The weeks of the cycle, then those of the rota; a cycle without hours is not drawn beside a rota. */
export function drawnWeeks(pattern: WeeklyPattern): DrawnWeek[] {
  const { cycleWeeks, slots, rota = [] } = pattern;
  const pieces = dayPieces(pattern);
  const cycle = Array.from({ length: cycleWeeks }, (_, week) => ({
    week,
    monday: null,
    pieces: pieces.filter((each) => each.week === week),
  }));
  const given = rota.map(({ monday }) => ({
    week: null,
    monday,
    pieces: ([1, 0] as const)
      .flatMap((weeksLater) =>
        slotsOfWeek(pattern, addDays(monday, -7 * weeksLater))
          .flatMap(cutAtMidnight)
          .filter((piece) => piece.weeksLater === weeksLater),
      )
      .sort(compareWeekSlots),
  }));
  return slots.length === 0 && given.length > 0 ? given : [...cycle, ...given];
}
