// Instants and the town's clocks, which skip an hour in March and repeat one in October.
import { DateTime } from "luxon";
import { type CalendarDay, addDays } from "./day.ts";

/** Every hour shown or stored as a wall-clock time is that of the town. */
export const zone = "Europe/Paris";

/** The day it is in the town at an instant. */
export function dayOf(instant: Date): CalendarDay {
  return DateTime.fromJSDate(instant, { zone }).toISODate() as CalendarDay;
}

/** The minute of the day on the town's clocks at an instant, 0 to 1439. */
export function minuteOf(instant: Date): number {
  const local = DateTime.fromJSDate(instant, { zone });
  return local.hour * 60 + local.minute;
}

/**
 * The instant when the town's clocks show `minute` on `day`; minutes from 1440 on fall the next day.
 * A time that the spring change skips is read one hour later; one that the autumn change repeats, the first time.
 */
export function instantAt(day: CalendarDay, minute: number): Date {
  const date = addDays(day, Math.floor(minute / 1440));
  const inDay = ((minute % 1440) + 1440) % 1440;
  return DateTime.fromISO(date, { zone })
    .set({ hour: Math.floor(inDay / 60), minute: inDay % 60 })
    .toJSDate();
}

export function minutesBetween(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / 60_000);
}
