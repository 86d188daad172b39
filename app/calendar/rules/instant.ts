// Instants and the town's clocks, which skip an hour in March and repeat one in October.
import { type CalendarDay, asDay } from "./day.ts";
import { offsetAt, zone } from "./town-clock.ts";

export { zone };

const minuteMs = 60_000;
const dayMs = 86_400_000;

const localMs = (instant: Date): number => instant.getTime() + offsetAt(instant.getTime()) * minuteMs;

/** The day it is in the town at an instant. */
export function dayOf(instant: Date): CalendarDay {
  return asDay(new Date(localMs(instant)).toISOString().slice(0, 10));
}

/** The minute of the day on the town's clocks at an instant, 0 to 1439. */
export function minuteOf(instant: Date): number {
  const local = new Date(localMs(instant));
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/**
 * The instant when the town's clocks show `minute` on `day`; minutes from 1440 on fall the next day.
 * A time that the spring change skips is the instant of the change; one that autumn repeats, the first time:
 * a later minute of a day is so never an earlier instant.
 */
export function instantAt(day: CalendarDay, minute: number): Date {
  const local = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
  // The offsets on either side of any change of that night: a change moves the clocks by less than six hours.
  const before = offsetAt(local - dayMs / 4);
  const after = offsetAt(local + dayMs / 4);
  const early = local - Math.max(before, after) * minuteMs;
  const late = local - Math.min(before, after) * minuteMs;
  if (early + offsetAt(early) * minuteMs === local) return new Date(early);
  if (late + offsetAt(late) * minuteMs === local) return new Date(late);
  return new Date(changeBetween(early, late));
}

/** The first minute after `early` at which the offset is that of `late`. */
function changeBetween(early: number, late: number): number {
  const target = offsetAt(late);
  let [low, high] = [early, late];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetAt(middle) === target) high = middle;
    else low = middle;
  }
  return high;
}

export function minutesBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / minuteMs);
}
