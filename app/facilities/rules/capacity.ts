// Places are hours of a section on real days: licensed, held, left, quarter hour by quarter hour.
import { type CalendarDay, weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterAt } from "#app/calendar/rules/quarter-hours.ts";
import { type DaysOff, type Holding, daysOfClock, heldByQuarter, neverOff } from "./holdings.ts";
import { stretches } from "./stretches.ts";

export { type DaysOff, type Holding, heldByQuarter, neverOff };

/** Licensed places of a section on a weekday between two minutes; an end past 1440 falls the next day. */
export type Band = { weekday: number; startMinute: number; endMinute: number; places: number };

/** A licence changes by days: a band holds from a day to a day (included; null: until changed). */
export type DatedBand = Band & { validFrom: CalendarDay; validTo: CalendarDay | null };

type Dated = { validFrom: CalendarDay; validTo: CalendarDay | null };
export const inForce = ({ validFrom, validTo }: Dated, day: CalendarDay): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

/** What a band is worth in a quarter that it fills only in part: `start` and `end` are parts of a quarter. */
type Piece = { quarter: number; start: number; end: number; places: number };

/** Calls with each band on each real day, as quarters that need not be whole. Days off have none. */
export function eachBand<B extends Dated & { weekday: number; startMinute: number; endMinute: number }>(
  clock: QuarterHours,
  bands: readonly B[],
  off: DaysOff,
  visit: (band: B, first: number, last: number, dayIndex: number) => void,
): void {
  const byWeekday = Array.from({ length: 8 }, (_, weekday) =>
    bands.filter((band) => band.weekday === weekday),
  );
  const days = daysOfClock(clock);
  const firstWeekday = weekdayOf(clock.from);
  // A band belongs to the day it begins, as a night's stay does: that of the eve may pass the first midnight.
  for (const [index, day] of days.entries()) {
    if (off.has(day)) continue;
    for (const band of byWeekday[((firstWeekday + index + 5) % 7) + 1]!) {
      if (!inForce(band, day)) continue;
      if (index === 0 && band.endMinute <= 1440) continue;
      const first = Math.max(0, quarterAt(clock, index - 1, band.startMinute));
      const last = Math.min(clock.length, quarterAt(clock, index - 1, band.endMinute));
      if (last > first) visit(band, first, last, index - 1);
    }
  }
}

/**
 * The number in force at each quarter of real days. In a quarter where it changes, the fewest at any of its minutes
 * that has some: a section that opens at 7:20 takes a child who comes at 7:20.
 */
export function sumByQuarter<B extends Dated & { weekday: number; startMinute: number; endMinute: number }>(
  clock: QuarterHours,
  bands: readonly B[],
  off: DaysOff,
  worth: (band: B) => number,
): Int32Array {
  const sum = new Int32Array(clock.length + 1);
  const pieces: Piece[] = [];
  eachBand(clock, bands, off, (band, first, last) => {
    const places = worth(band);
    const [whole, end] = [Math.ceil(first), Math.floor(last)];
    if (whole <= end) {
      sum[whole]! += places;
      sum[end]! -= places;
    }
    if (first < whole) pieces.push({ quarter: whole - 1, start: first, end: Math.min(last, whole), places });
    if (last > end && end >= whole) pieces.push({ quarter: end, start: end, end: last, places });
  });
  for (let quarter = 1; quarter < clock.length; quarter++) sum[quarter]! += sum[quarter - 1]!;
  const byQuarter = new Map<number, Piece[]>();
  for (const piece of pieces) byQuarter.set(piece.quarter, [...(byQuarter.get(piece.quarter) ?? []), piece]);
  for (const [quarter, parts] of byQuarter) {
    const moments = [quarter, ...parts.flatMap(({ start, end }) => [start, end])].filter(
      (moment) => moment < quarter + 1,
    );
    const counts = moments.map((moment) =>
      parts.reduce((all, { start, end, places }) => all + (start <= moment && moment < end ? places : 0), 0),
    );
    const some = counts.map((count) => count + sum[quarter]!).filter((count) => count > 0);
    sum[quarter] = some.length === 0 ? 0 : Math.min(...some);
  }
  return sum.subarray(0, clock.length);
}

/** Licensed places at each quarter; days off have none. */
export function licensedByQuarter(
  clock: QuarterHours,
  bands: readonly DatedBand[],
  off: DaysOff = neverOff,
): Int32Array {
  return sumByQuarter(clock, bands, off, ({ places }) => places);
}

/** Places left at each quarter; below zero where more are held than licensed. */
export function placesLeft(
  clock: QuarterHours,
  bands: readonly DatedBand[],
  holdings: Iterable<Holding>,
  off: DaysOff = neverOff,
): Int32Array {
  const left = licensedByQuarter(clock, bands, off);
  const held = heldByQuarter(clock, holdings, off);
  for (let quarter = 0; quarter < left.length; quarter++) left[quarter]! -= held[quarter]!;
  return left;
}

/** The hours of a holding without a place left, day by day. */
export function stretchesWithout(
  clock: QuarterHours,
  left: Int32Array,
  asked: Holding,
  off: DaysOff = neverOff,
): { day: CalendarDay; start: number; end: number }[] {
  return stretches(clock, asked, off, (quarter) => (left[quarter]! < 1 ? "without" : null));
}

/** Whether every quarter hour of a holding, within the clock, has a place left. */
export function fits(
  clock: QuarterHours,
  left: Int32Array,
  asked: Holding,
  off: DaysOff = neverOff,
): boolean {
  return stretchesWithout(clock, left, asked, off).length === 0;
}
