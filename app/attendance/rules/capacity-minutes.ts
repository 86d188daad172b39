import { type CalendarDay, addDays, daysFrom, weekdayOf } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import type { Band } from "#app/facilities/rules/capacity.ts";
import type { Span } from "./band-clock.ts";

export type DatedBand = Band & { validFrom: CalendarDay; validTo: CalendarDay | null };

/**
 * Licensed places × real minutes of the days open. A band belongs to the day it begins, like a night's stay.
 * @param from first day of the period, `to` its last; what passes its bounds is left to the months beside
 */
export function capacityMinutes(
  bands: DatedBand[],
  from: CalendarDay,
  to: CalendarDay,
  off: { has: (day: CalendarDay) => boolean },
): number {
  const period: Span = { start: instantAt(from, 0).getTime(), end: instantAt(to, 1440).getTime() };
  let milliseconds = 0;
  for (const day of daysFrom(addDays(from, -1), to)) {
    if (off.has(day)) continue;
    const weekday = weekdayOf(day);
    for (const { weekday: on, startMinute, endMinute, places, validFrom, validTo } of bands) {
      if (on !== weekday || validFrom > day || (validTo !== null && validTo < day)) continue;
      const start = Math.max(period.start, instantAt(day, startMinute).getTime());
      const end = Math.min(period.end, instantAt(day, endMinute).getTime());
      milliseconds += places * Math.max(0, end - start);
    }
  }
  return milliseconds / 60_000;
}
