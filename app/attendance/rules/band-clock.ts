// Intervals that repeat every week, laid on real days: ordinary hours, opening hours. Clock changes included.
import { type CalendarDay, daysFrom, weekdayOf } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

/** Epoch milliseconds, half-open. */
export type Span = { start: number; end: number };

/** An interval of some weekdays; an end past 1440 falls the next day. */
export type WeeklyBand = { weekdays: readonly number[]; start: number; end: number };

/** In order. Days are those on which a span begins. */
export function spansOf(bands: readonly WeeklyBand[], from: CalendarDay, to: CalendarDay): Span[] {
  return daysFrom(from, to)
    .flatMap((day) => {
      const weekday = weekdayOf(day);
      return bands
        .filter(({ weekdays }) => weekdays.includes(weekday))
        .map(({ start, end }) => ({
          start: instantAt(day, start).getTime(),
          end: instantAt(day, end).getTime(),
        }));
    })
    .sort((one, other) => one.start - other.start);
}

/**
 * How many milliseconds of any interval fall within spans. Built once for a period, then asked tens of thousands
 * of times: a search in sorted ends, instead of laying the bands around each stay again.
 */
export function covering(spans: Span[]): (start: number, end: number) => number {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of spans) {
    const last = ends.length - 1;
    if (last >= 0 && start <= ends[last]!) ends[last] = Math.max(ends[last]!, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  const before: number[] = [];
  let total = 0;
  for (const [index, start] of starts.entries()) {
    before.push(total);
    total += ends[index]! - start;
  }
  const coveredUntil = (time: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < time) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    return before[low - 1]! + Math.min(time, ends[low - 1]!) - starts[low - 1]!;
  };
  return (start, end) => (end > start ? coveredUntil(end) - coveredUntil(start) : 0);
}
