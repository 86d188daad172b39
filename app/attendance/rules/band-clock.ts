// Intervals that repeat every week, laid on real days: ordinary hours, nights, opening hours. Clock changes included.
import { addDays, daysFrom, weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, type Span, quarterAt, spanAt } from "#app/calendar/rules/quarter-hours.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";

/** An interval of some weekdays; an end past 1440 falls the next day. */
export type WeeklyBand = { weekdays: readonly number[]; start: number; end: number };

/** Calls with each band on each day on which it begins, the eve of the first day included. */
function eachWeeklyBand(
  clock: QuarterHours,
  bands: readonly WeeklyBand[],
  visit: (band: WeeklyBand, dayIndex: number) => void,
): void {
  for (const [index, day] of daysFrom(addDays(clock.from, -1), clock.to).entries()) {
    const weekday = weekdayOf(day);
    for (const band of bands) if (band.weekdays.includes(weekday)) visit(band, index - 1);
  }
}

/** In order. */
export function spansOf(clock: QuarterHours, bands: readonly WeeklyBand[]): Span[] {
  const spans: Span[] = [];
  eachWeeklyBand(clock, bands, (band, dayIndex) => spans.push(spanAt(clock, dayIndex, band)));
  return spans.sort((one, other) => one.start - other.start);
}

/** What each quarter of a period is in the time bands of the town. */
export type BandClock = {
  clock: QuarterHours;
  /** 1 where it is so. */
  ordinary: Uint8Array;
  night: Uint8Array;
  /** The first quarter from each on that is not ordinary; the length of the clock when none is left. */
  nextAtypical: Int32Array;
};

/** @throws when a band begins or ends within a quarter hour: minutes could not be told apart */
function mask(clock: QuarterHours, bands: readonly WeeklyBand[]): Uint8Array {
  const found = new Uint8Array(clock.length);
  eachWeeklyBand(clock, bands, (band, dayIndex) => {
    const [first, last] = [quarterAt(clock, dayIndex, band.start), quarterAt(clock, dayIndex, band.end)];
    if (!Number.isInteger(first) || !Number.isInteger(last))
      throw new RangeError("The time bands of the town begin and end on a quarter of an hour");
    if (last > 0) found.fill(1, Math.max(0, first), last);
  });
  return found;
}

export function bandClock(clock: QuarterHours, bands: TimeBands): BandClock {
  const ordinary = mask(clock, bands.ordinary);
  const nextAtypical = new Int32Array(clock.length + 1).fill(clock.length);
  for (let quarter = clock.length - 1; quarter >= 0; quarter--) {
    nextAtypical[quarter] = ordinary[quarter] === 1 ? nextAtypical[quarter + 1]! : quarter;
  }
  return { clock, ordinary, night: mask(clock, bands.night), nextAtypical };
}

/** Minutes of a measure by band: `ordinary + atypical` is all of them, `night` is a part of `atypical`. */
export type Split = { ordinary: number; atypical: number; night: number };

export function bandSums(minutes: Int32Array, { ordinary, night }: BandClock): Split {
  const sums: Split = { ordinary: 0, atypical: 0, night: 0 };
  for (let quarter = 0; quarter < minutes.length; quarter++) {
    const here = minutes[quarter]!;
    if (here === 0) continue;
    if (ordinary[quarter] === 1) sums.ordinary += here;
    else {
      sums.atypical += here;
      if (night[quarter] === 1) sums.night += here;
    }
  }
  return sums;
}

/** Whether a part of a span that lies in the period is not ordinary. */
export function isAtypical({ clock, nextAtypical }: BandClock, { start, end }: Span): boolean {
  const quarterMs = 15 * 60_000;
  const [first, last] = [(start - clock.start) / quarterMs, (end - clock.start) / quarterMs];
  if (last <= Math.max(0, first) || first >= clock.length) return false;
  const next = nextAtypical[Math.max(0, Math.floor(first))]!;
  return next < clock.length && next < last;
}
