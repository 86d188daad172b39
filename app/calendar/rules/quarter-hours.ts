// The quarter hours of real days, one after the other: what places, presence and figures are all counted in.
// The offsets of the town are whole hours, so that a quarter of its clocks is a quarter of real time.
import { type CalendarDay, addDays, daysBetween } from "./day.ts";
import { instantAt } from "./instant.ts";

export const quarterMinutes = 15;
const quarterMs = quarterMinutes * 60_000;
const minuteMs = 60_000;

/** 96 quarters a day; 92 on the day the clocks go forward, 100 on the day they go back. */
export type QuarterHours = {
  from: CalendarDay;
  /** Included. */
  to: CalendarDay;
  /** Epoch milliseconds of the first quarter. */
  start: number;
  /** How many quarters. */
  length: number;
  /** Index of the quarter at each midnight, the one that ends the last day included. */
  midnights: Int32Array;
};

/** Epoch milliseconds, half-open. */
export type Span = { start: number; end: number };

export function quarterHours(from: CalendarDay, to: CalendarDay): QuarterHours {
  const days = daysBetween(from, to) + 1;
  const start = instantAt(from, 0).getTime();
  const midnights = new Int32Array(days + 1);
  for (let index = 1; index <= days; index++) {
    midnights[index] = (instantAt(addDays(from, index), 0).getTime() - start) / quarterMs;
  }
  return { from, to, start, length: midnights[days]!, midnights };
}

/**
 * Where a minute of a day lies, in quarters that need not be whole, so that callers round as they must.
 * @param dayIndex 0 for `from`; days beyond the period answer too
 * @param minute may pass 1440: it then falls the next day
 */
export function quarterAt(clock: QuarterHours, dayIndex: number, minute: number): number {
  const index = dayIndex + Math.floor(minute / 1440);
  const rest = minute - Math.floor(minute / 1440) * 1440;
  const [midnight, next] = [clock.midnights[index], clock.midnights[index + 1]];
  if (midnight !== undefined && next !== undefined && next - midnight === 96)
    return midnight + rest / quarterMinutes;
  // A day of 92 or 100 quarters, or one beyond the period.
  return (instantAt(addDays(clock.from, index), rest).getTime() - clock.start) / quarterMs;
}

/** The real time of a day's minutes, as a span. */
export function spanAt(clock: QuarterHours, dayIndex: number, minutes: { start: number; end: number }): Span {
  const at = (minute: number): number =>
    clock.start + Math.round(quarterAt(clock, dayIndex, minute) * quarterMinutes) * minuteMs;
  return { start: at(minutes.start), end: at(minutes.end) };
}

/** How many spans touch each quarter, in part or wholly: a place is taken for the quarter it is taken in. */
export function headsByQuarter(clock: QuarterHours, spans: Iterable<Span>): Int32Array {
  const heads = new Int32Array(clock.length + 1);
  for (const { start, end } of spans) {
    const first = Math.max(0, Math.floor((start - clock.start) / quarterMs));
    const last = Math.min(clock.length, Math.ceil((end - clock.start) / quarterMs));
    if (last <= first) continue;
    heads[first]! += 1;
    heads[last]! -= 1;
  }
  for (let quarter = 1; quarter < clock.length; quarter++) heads[quarter]! += heads[quarter - 1]!;
  return heads.subarray(0, clock.length);
}

/** Adds spans up quarter by quarter, as they come: `add` costs the same for an hour and for a month. */
export type QuarterSums = {
  /** Epoch milliseconds, on whole minutes; what falls outside the period is left out. */
  add: (start: number, end: number, weight?: number) => void;
  /** To be read once, when everything is added. */
  minutes: () => Int32Array;
};

export function quarterSums(clock: QuarterHours): QuarterSums {
  // Whole quarters are counted by their ends and summed once; what is left of the first and last is added on the spot.
  const minutes = new Int32Array(clock.length);
  const whole = new Int32Array(clock.length + 1);
  const length = clock.length * quarterMinutes;
  return {
    add: (start, end, weight = 1) => {
      const from = Math.max(0, Math.round((start - clock.start) / minuteMs));
      const to = Math.min(length, Math.round((end - clock.start) / minuteMs));
      if (to <= from) return;
      const first = Math.floor(from / quarterMinutes);
      const last = Math.floor(to / quarterMinutes);
      if (first === last) {
        minutes[first]! += (to - from) * weight;
        return;
      }
      const lead = (first + 1) * quarterMinutes - from;
      if (lead < quarterMinutes) minutes[first]! += lead * weight;
      whole[lead < quarterMinutes ? first + 1 : first]! += weight;
      whole[last]! -= weight;
      if (to > last * quarterMinutes) minutes[last]! += (to - last * quarterMinutes) * weight;
    },
    minutes: () => {
      let running = 0;
      for (let quarter = 0; quarter < clock.length; quarter++) {
        running += whole[quarter]!;
        minutes[quarter]! += running * quarterMinutes;
      }
      return minutes;
    },
  };
}

/** Minutes of the spans in each quarter, to the minute: their sum is that of the parts of the spans in the period. */
export function minutesByQuarter(clock: QuarterHours, spans: Iterable<Span>, weight = 1): Int32Array {
  const sums = quarterSums(clock);
  for (const { start, end } of spans) sums.add(start, end, weight);
  return sums.minutes();
}
