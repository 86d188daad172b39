// The hours of work of a parent, as the hours of care that they need.
import { type CalendarDay, addDays, asDay, daysBetween, mondayOf, weekdayOf } from "./day.ts";
import { dayOf, instantAt, minuteOf } from "./instant.ts";
import type { Piece } from "./stay-pieces.ts";
import {
  type RotaWeek,
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  maxCycleWeeks,
  maxRotaWeeks,
  minutesOfDay,
  weekOfCycle,
} from "./weekly-pattern.ts";

/** Minutes from the place of care to work, and back. */
export type Travel = { before: number; after: number };

export type CareFromShifts =
  | { ok: true; rota: RotaWeek[] }
  /** `shift` is the one with which care of more than 24 hours begins. */
  | { ok: false; error: "tooLong"; shift: Piece }
  | { ok: false; error: "tooManyWeeks" };

const step = 5;
const minuteMs = 60_000;
const firstDay = asDay("2000-01-01");

/** Minutes on the town's clocks since 2000, so that a night keeps its hours whatever the change. */
const onClocks = (day: CalendarDay, minute: number): number =>
  daysBetween(firstDay, day) * minutesOfDay + minute;
const dayAt = (minutes: number): CalendarDay => addDays(firstDay, Math.floor(minutes / minutesOfDay));

function lastMinute(end: Date): number {
  const day = dayOf(end);
  let minute = Math.ceil((minuteOf(end) + (end.getTime() % minuteMs) / minuteMs) / step) * step;
  // The second time that the clocks show an hour, in October: care lasts until the hour that follows it.
  while (instantAt(day, minute) < end) minute += step;
  return onClocks(day, minute);
}

type Care = { start: number; end: number; shift: Piece };

function careOf(shift: Piece, { before, after }: Travel): Care {
  const leaves = new Date(shift.start.getTime() - before * minuteMs);
  const back = new Date(shift.end.getTime() + after * minuteMs);
  const start = onClocks(dayOf(leaves), Math.floor(minuteOf(leaves) / step) * step);
  return { start, end: lastMinute(back), shift };
}

/** In order; those that overlap or touch are one. */
function merge(all: Care[]): Care[] {
  const merged: Care[] = [];
  for (const care of [...all].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && care.start <= last.end) last.end = Math.max(last.end, care.end);
    else merged.push({ ...care });
  }
  return merged;
}

/**
 * Each shift with its travel, outward to five minutes. Every week from the first shift to the last is given,
 * so that one without work is a week without care.
 */
export function careFromShifts(shifts: Piece[], travel: Travel): CareFromShifts {
  const real = shifts.filter(({ start, end }) => start < end);
  const cares = merge(real.map((shift) => careOf(shift, travel)));
  const long = cares.find(({ start, end }) => end - start > minutesOfDay);
  if (long) return { ok: false, error: "tooLong", shift: long.shift };
  const weeks = new Map<CalendarDay, WeekSlot[]>();
  for (const { start, end } of cares) {
    const day = dayAt(start);
    const midnight = onClocks(day, 0);
    const slot = { weekday: weekdayOf(day), start: start - midnight, end: end - midnight };
    weeks.set(mondayOf(day), [...(weeks.get(mondayOf(day)) ?? []), slot]);
  }
  const mondays = [...weeks.keys()].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (!first || !last) return { ok: true, rota: [] };
  const length = daysBetween(first, last) / 7 + 1;
  if (length > maxRotaWeeks) return { ok: false, error: "tooManyWeeks" };
  const rota = Array.from({ length }, (_, week): RotaWeek => {
    const monday = addDays(first, 7 * week);
    return { monday, slots: (weeks.get(monday) ?? []).sort(compareWeekSlots) };
  });
  return { ok: true, rota };
}

const sameWeek = (a: RotaWeek, b: RotaWeek): boolean =>
  a.slots.length === b.slots.length &&
  a.slots.every((slot, index) => compareWeekSlots(slot, b.slots[index]!) === 0);

/** The pattern that a rota of consecutive weeks repeats, seen whole at least twice; null when it repeats none. */
export function cycleOf(rota: RotaWeek[]): WeeklyPattern | null {
  const consecutive = rota.every(
    ({ monday }, at) => at === 0 || daysBetween(rota[at - 1]!.monday, monday) === 7,
  );
  if (!consecutive || rota.every(({ slots }) => slots.length === 0)) return null;
  for (let cycleWeeks = 1; cycleWeeks <= maxCycleWeeks && 2 * cycleWeeks <= rota.length; cycleWeeks++) {
    if (!rota.slice(cycleWeeks).every((week, at) => sameWeek(week, rota[at]!))) continue;
    const slots = rota.slice(0, cycleWeeks).flatMap(({ monday, slots: given }) => {
      const week = weekOfCycle(monday, cycleWeeks);
      return given.map((slot) => ({ week, ...slot }));
    });
    return { cycleWeeks, slots: slots.sort(compareSlots) };
  }
  return null;
}
