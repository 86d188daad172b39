// Intervals of a week of ten thousand and eighty minutes, Monday 0:00 first. What passes Sunday midnight wraps.
import type { Weekday } from "./day.ts";
import { type WeeklyPattern, typicalWeeks } from "./weekly-pattern.ts";

export const minutesOfWeek = 7 * 1440;

/** Half-open, in minutes from Monday 0:00; 0 ≤ start < end ≤ 10,080. */
export type Interval = { start: number; end: number };

/** An interval that begins on a weekday and may end the next day, as one or two pieces of the week. */
export function inWeek(each: { weekday: Weekday | number; start: number; end: number }): Interval[] {
  const start = (each.weekday - 1) * 1440 + each.start;
  const end = (each.weekday - 1) * 1440 + each.end;
  if (end <= minutesOfWeek) return [{ start, end }];
  return [
    { start, end: minutesOfWeek },
    { start: 0, end: end - minutesOfWeek },
  ];
}

/** Sorted, with what touches or overlaps joined. */
export function union(intervals: Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const each of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && each.start <= last.end) last.end = Math.max(last.end, each.end);
    else joined.push({ ...each });
  }
  return joined;
}

/** Minutes that two sets of intervals have in common. */
export function commonMinutes(a: Interval[], b: Interval[]): number {
  const [left, right] = [union(a), union(b)];
  let [minutes, i, j] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const [one, other] = [left[i]!, right[j]!];
    minutes += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i++;
    else j++;
  }
  return minutes;
}

/**
 * How many of the minutes of an average week of a pattern fall within intervals of the week.
 * These are alike every week, so that a Sunday night goes on with any next Monday.
 */
export function weeklyMinutesWithin(pattern: WeeklyPattern, within: Interval[]): number {
  const weeks = typicalWeeks(pattern);
  const joined = union(within);
  let minutes = 0;
  for (const piece of weeks.flat().flatMap(inWeek)) {
    for (const { start, end } of joined) {
      minutes += Math.max(0, Math.min(piece.end, end) - Math.max(piece.start, start));
    }
  }
  return minutes / weeks.length;
}
