import { z } from "#app/zod.ts";
import { offsetAt, zone } from "./town-clock.ts";

export { zone };

/** A civil day, "YYYY-MM-DD": never an instant, never shifted by a zone. Compares as text. */
export type CalendarDay = string & { readonly __brand: "CalendarDay" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const calendarDay = z.iso.date().transform((value) => value as CalendarDay);

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Days since 1 January 1970, which was a Thursday. */
const serial = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const fromMs = (ms: number): CalendarDay => new Date(ms).toISOString().slice(0, 10) as CalendarDay;

/** @throws when the text is not a day that exists */
export function asDay(text: string): CalendarDay {
  return calendarDay.parse(text);
}

export function isDay(text: string): boolean {
  return calendarDay.safeParse(text).success;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromMs((serial(day) + days) * dayMs);
}

/** Keeps the day of the month where it exists, else the last day of the month. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromMs(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return serial(to) - serial(from);
}

/**
 * Completed months of age on a day; negative before `from`.
 * Who was born on the 31st completes a month on the last day of a shorter one.
 */
export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  const [fromYear, fromMonth] = from.split("-").map(Number) as [number, number];
  const [toYear, toMonth] = to.split("-").map(Number) as [number, number];
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return addMonths(from, months) > to ? months - 1 : months;
}

export function weekdayOf(day: CalendarDay): Weekday {
  return (((((serial(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
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

const localMs = (instant: Date): number => instant.getTime() + offsetAt(instant.getTime()) * minuteMs;

/** The day it is in the town at an instant. */
export function dayOf(instant: Date): CalendarDay {
  return fromMs(localMs(instant));
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
  const local = serial(day) * dayMs + minute * minuteMs;
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
