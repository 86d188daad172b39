// Hours held and licensed in each week, Monday to Sunday, to the minute.
import { type CalendarDay, addDays, mondayOf, weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterHours, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";

/** The weeks of a clock; `bounds` are the quarters at which they begin, and the end of the last. */
export type Weeks = { mondays: CalendarDay[]; bounds: number[]; of: (dayIndex: number) => number };

export function weeksOf(clock: QuarterHours): Weeks {
  const days = clock.midnights.length - 1;
  const shift = weekdayOf(clock.from) - 1;
  const count = Math.ceil((days + shift) / 7);
  const first = mondayOf(clock.from);
  return {
    mondays: Array.from({ length: count }, (_, week) => addDays(first, 7 * week)),
    bounds: Array.from(
      { length: count + 1 },
      (_, week) => clock.midnights[Math.min(days, Math.max(0, 7 * week - shift))]!,
    ),
    of: (dayIndex) => Math.floor((dayIndex + shift) / 7),
  };
}

/** Whole weeks around two days: the weekly limit is judged on what the clock holds. */
export function wholeWeeks(from: CalendarDay, to: CalendarDay): QuarterHours {
  return quarterHours(mondayOf(from), addDays(mondayOf(to), 6));
}

/** Adds the minutes of a stay, or of places, to the weeks they fall in: a Sunday night belongs to two. */
export function addToWeeks(
  minutes: Float64Array,
  { bounds, of }: Weeks,
  dayIndex: number,
  span: { first: number; last: number },
  count = 1,
): void {
  for (let week = Math.max(0, of(dayIndex)); week < minutes.length && bounds[week]! < span.last; week++) {
    const [from, to] = [Math.max(span.first, bounds[week]!), Math.min(span.last, bounds[week + 1]!)];
    if (to > from) minutes[week]! += (to - from) * quarterMinutes * count;
  }
}
