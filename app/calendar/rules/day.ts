// Civil days, by plain arithmetic: browsers load this file, so it needs no library. Instants: see instant.ts.

/** A civil day, "YYYY-MM-DD": never an instant, never shifted by a zone. Compares as text. */
export type CalendarDay = string & { readonly __brand: "CalendarDay" };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const dayMs = 86_400_000;

/** Few days are asked for again and again: each is read and written once. */
function remembered<From, To>(work: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    let found = known.get(from);
    if (found === undefined) {
      found = work(from);
      if (known.size >= 20_000) known.clear();
      known.set(from, found);
    }
    return found;
  };
}

/** Days since 1 January 1970, which was a Thursday. */
const serial = remembered((day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`) / dayMs);
const fromMs = remembered(
  (ms: number): CalendarDay => new Date(ms).toISOString().slice(0, 10) as CalendarDay,
);

/** @throws when the text is not a day that exists */
export function asDay(text: string): CalendarDay {
  if (!isDay(text)) throw new RangeError(`Not a day that exists: "${text}"`);
  return text;
}

export function isDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && fromMs(ms) === text;
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
