import { DateTime } from "luxon";
import { z } from "#app/zod.ts";

/** A civil day, "YYYY-MM-DD": never an instant, never shifted by a zone. Compares as text. */
export type CalendarDay = string & { readonly __brand: "CalendarDay" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Every hour shown or stored as a wall-clock time is that of the town. */
export const zone = "Europe/Paris";

export const calendarDay = z.iso.date().transform((value) => value as CalendarDay);

const utc = (day: CalendarDay): DateTime => DateTime.fromISO(day, { zone: "utc" });
const fromUtc = (date: DateTime): CalendarDay => date.toISODate() as CalendarDay;

/** @throws when the text is not a day that exists */
export function asDay(text: string): CalendarDay {
  return calendarDay.parse(text);
}

export function isDay(text: string): boolean {
  return calendarDay.safeParse(text).success;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromUtc(utc(day).plus({ days }));
}

/** Keeps the day of the month where it exists, else the last day of the month. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  return fromUtc(utc(day).plus({ months }));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round(utc(to).diff(utc(from), "days").days);
}

/** Completed months of age on a day. */
export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.floor(utc(to).diff(utc(from), "months").months);
}

export function weekdayOf(day: CalendarDay): Weekday {
  return utc(day).weekday as Weekday;
}

export function mondayOf(day: CalendarDay): CalendarDay {
  return addDays(day, 1 - weekdayOf(day));
}

export function monthOf(day: CalendarDay): string {
  return day.slice(0, 7);
}

export function firstOfMonth(day: CalendarDay): CalendarDay {
  return `${monthOf(day)}-01` as CalendarDay;
}

/** Days from `from` to `to`, both included. */
export function daysFrom(from: CalendarDay, to: CalendarDay): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

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
