// Whether two lots of hours, each held from a day to a day, ever overlap: on real dates, across midnight, exactly.
import { type CalendarDay, addDays, daysBetween } from "./day.ts";
import { type WeeklyPattern, minutesOfDay, slotsOn } from "./weekly-pattern.ts";

/** Both days included; null: without end. */
export type HeldPeriod = { pattern: WeeklyPattern; startOn: CalendarDay; endOn: CalendarDay | null };

/** The first moment that two periods share: minutes of `day`, at most until midnight. */
export type Overlap = { day: CalendarDay; start: number; end: number };

const largest = (...days: CalendarDay[]): CalendarDay => days.reduce((a, b) => (a > b ? a : b));
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The last day worth looking at: after the rotas, two cycles repeat together. */
function lastToLookAt(one: HeldPeriod, other: HeldPeriod, from: CalendarDay): CalendarDay {
  const [a, b] = [one.pattern.cycleWeeks, other.pattern.cycleWeeks];
  const rotas = [one, other].flatMap(({ pattern }) => pattern.rota?.at(-1)?.monday ?? []);
  const repeats = addDays(largest(from, ...rotas), 7 * ((a * b) / gcd(a, b) + 2));
  const ends = [one.endOn, other.endOn].filter((end) => end !== null).map((end) => addDays(end, 1));
  return [repeats, ...ends].reduce((least, day) => (day < least ? day : least));
}

/** Minutes counted from the midnight of an origin. */
type Placed = { start: number; end: number };

function placedOn({ pattern, startOn, endOn }: HeldPeriod, day: CalendarDay, midnight: number): Placed[] {
  if (day < startOn || (endOn !== null && day > endOn)) return [];
  return slotsOn(pattern, day).map(({ start, end }) => ({ start: midnight + start, end: midnight + end }));
}

/** Null when no minute belongs to both. Stays that touch, end against start, do not overlap. */
export function firstOverlap(one: HeldPeriod, other: HeldPeriod): Overlap | null {
  // The night that begins on the eve of the later period may reach into it.
  const from = addDays(largest(one.startOn, other.startOn), -1);
  const days = daysBetween(from, lastToLookAt(one, other, from));
  let eve: [Placed[], Placed[]] = [[], []];
  for (let index = 0; index <= days; index++) {
    const day = addDays(from, index);
    const midnight = index * minutesOfDay;
    const now: [Placed[], Placed[]] = [placedOn(one, day, midnight), placedOn(other, day, midnight)];
    let first: Placed | null = null;
    for (const a of [...eve[0], ...now[0]]) {
      for (const b of [...eve[1], ...now[1]]) {
        const shared = { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
        if (shared.start < shared.end && (!first || shared.start < first.start)) first = shared;
      }
    }
    if (first) {
      const later = Math.floor(first.start / minutesOfDay);
      const [start, end] = [first.start - later * minutesOfDay, first.end - later * minutesOfDay];
      return { day: addDays(from, later), start, end: Math.min(end, minutesOfDay) };
    }
    eve = now;
  }
  return null;
}

export function staysOverlap(one: HeldPeriod, other: HeldPeriod): boolean {
  return firstOverlap(one, other) !== null;
}
