// Whether hours that are asked are all given: on real dates, across midnight, exactly.
import { type CalendarDay, addDays, daysBetween } from "./day.ts";
import type { HeldPeriod } from "./held-overlap.ts";
import { minutesOfDay, slotsOn } from "./weekly-pattern.ts";

type Minutes = { start: number; end: number };

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Minutes from the first of the days, of the stays that begin on them. */
function staysOf({ pattern, startOn, endOn }: HeldPeriod, from: CalendarDay, days: number): Minutes[] {
  return Array.from({ length: days }, (_, index) => index).flatMap((index) => {
    const day = addDays(from, index);
    if (day < startOn || (endOn !== null && day > endOn)) return [];
    const midnight = index * minutesOfDay;
    return slotsOn(pattern, day).map(({ start, end }) => ({ start: midnight + start, end: midnight + end }));
  });
}

/**
 * True when every minute of `asked`, once all of `given` has begun, belongs to one of `given`. Looked at until the
 * weeks repeat. False when nothing is asked from then on, or nothing given.
 */
export function hoursWithin(asked: HeldPeriod, given: readonly HeldPeriod[]): boolean {
  const all = [asked, ...given];
  const from = all.map(({ startOn }) => startOn).reduce((a, b) => (a > b ? a : b));
  const settled = all
    .flatMap(({ pattern }) => pattern.rota?.at(-1)?.monday ?? [])
    .reduce((a, b) => (a > b ? a : b), from);
  const weeks = all.map(({ pattern }) => pattern.cycleWeeks).reduce((a, b) => (a * b) / gcd(a, b));
  const days = daysBetween(from, settled) + 7 * (weeks + 1);
  // A night given on the eve reaches into the first day.
  const held = given
    .flatMap((each) => staysOf(each, addDays(from, -1), days + 1))
    .map(({ start, end }) => ({ start: start - minutesOfDay, end: end - minutesOfDay }))
    .sort((a, b) => a.start - b.start);
  const stays = staysOf(asked, from, days).sort((a, b) => a.start - b.start);
  return (
    stays.length > 0 &&
    stays.every(({ start, end }) => {
      let reached = start;
      for (const each of held) if (each.start <= reached && each.end > reached) reached = each.end;
      return reached >= end;
    })
  );
}
