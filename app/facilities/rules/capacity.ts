// Places are hours of a section on a weekday: whether a pattern still fits among those already held.
import { type WeeklyPattern, minutesOfDay, overTwoWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import { inWeek, minutesOfWeek } from "#app/calendar/rules/intervals.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";

/** Licensed places of a section on a weekday between two minutes. */
export type Band = { weekday: number; startMinute: number; endMinute: number; places: number };

/** Hours held by a child from a day to a day (included; null: without end). */
export type Holding = { pattern: WeeklyPattern; startOn: CalendarDay; endOn: CalendarDay | null };

/** A grid of quarter hours over two weeks, Monday 0:00 of week A first. */
export const cellMinutes = 15;
export const cellsOfWeek = minutesOfWeek / cellMinutes;
export type Grid = Int16Array;

export function emptyGrid(): Grid {
  return new Int16Array(2 * cellsOfWeek);
}

/** The cells that a pattern touches; what passes the end of week B wraps to week A. */
export function cellsOf(pattern: WeeklyPattern): number[] {
  const cells = new Set<number>();
  for (const { week, weekday, start, end } of overTwoWeeks(pattern)) {
    const from = (week * 7 + weekday - 1) * minutesOfDay;
    for (
      let cell = Math.floor((from + start) / cellMinutes);
      cell < Math.ceil((from + end) / cellMinutes);
      cell++
    ) {
      cells.add(cell % (2 * cellsOfWeek));
    }
  }
  return [...cells];
}

export function capacityGrid(bands: Band[]): Grid {
  const grid = emptyGrid();
  for (const { weekday, startMinute, endMinute, places } of bands) {
    for (const { start, end } of inWeek({ weekday, start: startMinute, end: endMinute })) {
      for (let cell = start / cellMinutes; cell < end / cellMinutes; cell++) {
        grid[cell]! += places;
        grid[cell + cellsOfWeek]! += places;
      }
    }
  }
  return grid;
}

/**
 * The fewest places left in each quarter hour, at any time between two days.
 * Holdings only change on the day one starts or the day after one ends: those days are enough to look at.
 */
export function placesLeft(
  bands: Band[],
  holdings: Holding[],
  from: CalendarDay,
  to: CalendarDay | null,
): Grid {
  const capacity = capacityGrid(bands);
  const relevant = holdings.filter(
    ({ startOn, endOn }) => (endOn === null || endOn >= from) && (to === null || startOn <= to),
  );
  const moments = [from, ...relevant.map(({ startOn }) => startOn).filter((day) => day > from)];
  const cells = relevant.map(({ pattern }) => cellsOf(pattern));
  const left = capacity.slice();
  for (const day of new Set(moments)) {
    const used = emptyGrid();
    for (const [index, { startOn, endOn }] of relevant.entries()) {
      if (startOn <= day && (endOn === null || endOn >= day))
        for (const cell of cells[index]!) used[cell]! += 1;
    }
    for (let cell = 0; cell < left.length; cell++)
      left[cell] = Math.min(left[cell]!, capacity[cell]! - used[cell]!);
  }
  return left;
}

/** Whether every quarter hour of a pattern has a place left. */
export function fits(left: Grid, pattern: WeeklyPattern): boolean {
  return cellsOf(pattern).every((cell) => left[cell]! >= 1);
}
