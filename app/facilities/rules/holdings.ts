// What children hold, on real days. Stays are walked, never listed: a year of a facility is twenty thousand of them.
import {
  type CalendarDay,
  addDays,
  daysBetween,
  daysFrom,
  mondayOf,
  weekdayOf,
} from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterAt, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { type WeekSlot, type WeeklyPattern, weekOfCycle } from "#app/calendar/rules/weekly-pattern.ts";

/** Hours held by a child from a day to a day (included; null: without end). */
export type Holding = { pattern: WeeklyPattern; startOn: CalendarDay; endOn: CalendarDay | null };

/** Closures and holidays. */
export type DaysOff = { has: (day: CalendarDay) => boolean };
export const neverOff: DaysOff = { has: () => false };

/** A stay of a holding: minutes of the day it begins, and quarters of the clock, which need not be whole. */
export type HeldStay = { dayIndex: number; start: number; end: number; first: number; last: number };

const knownDays = new WeakMap<QuarterHours, CalendarDay[]>();

/** The eve of the clock's first day, whose nights reach into it, then its days. */
export function daysOfClock(clock: QuarterHours): CalendarDay[] {
  const known = knownDays.get(clock) ?? daysFrom(addDays(clock.from, -1), clock.to);
  knownDays.set(clock, known);
  return known;
}

/** Whether a quarter lies on a day off. */
export function dayOffAt(clock: QuarterHours, off: DaysOff): (quarter: number) => boolean {
  const bounds = daysOfClock(clock).flatMap((day, index) =>
    index > 0 && off.has(day) ? [[clock.midnights[index - 1]!, clock.midnights[index]!] as const] : [],
  );
  return (quarter) => bounds.some(([from, to]) => from <= quarter && quarter < to);
}

/** The hours of a week by weekday, Monday first. */
function byWeekday(slots: readonly WeekSlot[]): WeekSlot[][] {
  const days = Array.from({ length: 7 }, (): WeekSlot[] => []);
  for (const slot of slots) days[slot.weekday - 1]!.push(slot);
  return days;
}

/** Calls with every stay of a holding that touches the clock's days, in order of days; none begins on a day off. */
export function eachStay(
  clock: QuarterHours,
  { pattern, startOn, endOn }: Holding,
  off: DaysOff,
  visit: (stay: HeldStay, slot: WeekSlot) => void,
): void {
  const days = daysOfClock(clock);
  const { midnights } = clock;
  const from = Math.max(-1, daysBetween(clock.from, startOn));
  const to = Math.min(days.length - 2, endOn === null ? Infinity : daysBetween(clock.from, endOn));
  if (to < from) return;
  const { cycleWeeks, slots, rota = [] } = pattern;
  const cycle = Array.from({ length: cycleWeeks }, (_, week) =>
    byWeekday(slots.filter((slot) => slot.week === week)),
  );
  const given = new Map(rota.map((week) => [week.monday, byWeekday(week.slots)]));
  const firstDay = days[from + 1]!;
  let weekday = weekdayOf(firstDay) - 1;
  let week = weekOfCycle(firstDay, cycleWeeks);
  let hours = given.get(mondayOf(firstDay)) ?? cycle[week]!;
  for (let dayIndex = from; dayIndex <= to; dayIndex++) {
    if (weekday === 7) {
      weekday = 0;
      week = (week + 1) % cycleWeeks;
      hours = (given.size > 0 ? given.get(days[dayIndex + 1]!) : undefined) ?? cycle[week]!;
    }
    const today = hours[weekday++]!;
    if (today.length === 0 || off.has(days[dayIndex + 1]!)) continue;
    const midnight = midnights[dayIndex]!;
    const usual = midnights[dayIndex + 1]! - midnight === 96 && midnights[dayIndex + 2]! - midnight === 192;
    for (const slot of today) {
      const { start, end } = slot;
      // The usual two days are reckoned on the spot: this is the innermost loop of a town.
      const first = usual ? midnight + start / quarterMinutes : quarterAt(clock, dayIndex, start);
      const last = usual ? midnight + end / quarterMinutes : quarterAt(clock, dayIndex, end);
      if (last > 0 && last > first) visit({ dayIndex, start, end, first, last }, slot);
    }
  }
}

/** Children at each quarter, in part of it or all: a place is taken for the quarter it is taken in. */
export function heldByQuarter(
  clock: QuarterHours,
  holdings: Iterable<Holding>,
  off: DaysOff = neverOff,
): Int32Array {
  const heads = new Int32Array(clock.length + 1);
  for (const holding of holdings) {
    eachStay(clock, holding, off, ({ first, last }) => {
      heads[Math.max(0, Math.floor(first))]! += 1;
      heads[Math.min(clock.length, Math.ceil(last))]! -= 1;
    });
  }
  for (let quarter = 1; quarter < clock.length; quarter++) heads[quarter]! += heads[quarter - 1]!;
  return heads.subarray(0, clock.length);
}
