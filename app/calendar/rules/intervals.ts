// Intervals of a week of ten thousand and eighty minutes, Monday 0:00 first. What passes Sunday midnight wraps.
import type { Weekday } from "./day.ts";
import { type WeeklyPattern, overTwoWeeks } from "./weekly-pattern.ts";

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

/** The slots of a pattern over two weeks; what passes the last midnight goes to the first Monday. */
function inTwoWeeks(pattern: WeeklyPattern): Interval[] {
  const cycle = 2 * minutesOfWeek;
  return overTwoWeeks(pattern).flatMap(({ week, weekday, start, end }) => {
    const midnight = (week * 7 + weekday - 1) * 1440;
    const [from, to] = [midnight + start, midnight + end];
    if (to <= cycle) return [{ start: from, end: to }];
    return [
      { start: from, end: cycle },
      { start: 0, end: to - cycle },
    ];
  });
}

/** How many of the minutes of an average week of a pattern fall within intervals of the week. */
export function weeklyMinutesWithin(pattern: WeeklyPattern, within: Interval[]): number {
  const bothWeeks = [0, minutesOfWeek].flatMap((shift) =>
    within.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  );
  return commonMinutes(inTwoWeeks(pattern), bothWeeks) / 2;
}
