// The hours a family needs, or a contract gives: intervals of a week, or of two weeks that alternate.
import {
  type CalendarDay,
  type Weekday,
  addDays,
  daysBetween,
  daysFrom,
  mondayOf,
  weekdayOf,
} from "./day.ts";

export const minutesOfDay = 1440;

/** Three stays a day over two weeks: more is a mistake. */
export const maxSlots = 42;

/** `start` is a minute of `weekday`; `end` may pass 1440: the stay then ends the next day. At most 24 hours. */
export type Slot = { week: 0 | 1; weekday: Weekday; start: number; end: number };

export type WeeklyPattern = {
  /** 1: every week alike; 2: week A (`week` 0) and week B (`week` 1) alternate. */
  cycleWeeks: 1 | 2;
  slots: Slot[];
};

/** Any Monday: weeks A and B are counted from it, so that years of 53 weeks do not break the alternation. */
const firstWeekA = "2024-01-01" as CalendarDay;

/** 0 in a week A, 1 in a week B. */
export function weekOfCycle(day: CalendarDay): 0 | 1 {
  const weeks = daysBetween(firstWeekA, mondayOf(day)) / 7;
  return (((weeks % 2) + 2) % 2) as 0 | 1;
}

export function compareSlots(a: Slot, b: Slot): number {
  return a.week - b.week || a.weekday - b.weekday || a.start - b.start || a.end - b.end;
}

/** Nominal minutes of an average week (a night is 8 h whatever the clock change). */
export function weeklyMinutes(pattern: WeeklyPattern): number {
  const total = pattern.slots.reduce((sum, { start, end }) => sum + end - start, 0);
  return total / pattern.cycleWeeks;
}

/** Position of a slot in the cycle, in minutes from Monday 0:00 of week A. */
const position = ({ week, weekday }: Pick<Slot, "week" | "weekday">): number =>
  (week * 7 + weekday - 1) * minutesOfDay;

/** Two slots of the pattern that overlap, across midnight and around the end of the cycle too. */
export function overlappingSlots(pattern: WeeklyPattern): [Slot, Slot] | null {
  const cycle = pattern.cycleWeeks * 7 * minutesOfDay;
  const placed = pattern.slots
    .map((each) => ({ each, from: position(each) + each.start, to: position(each) + each.end }))
    .sort((a, b) => a.from - b.from);
  for (const [index, current] of placed.entries()) {
    const next = placed[index + 1] ?? (placed[0] && { ...placed[0], from: placed[0].from + cycle });
    if (next && next.each !== current.each && next.from < current.to) return [current.each, next.each];
  }
  return null;
}

/** The same pattern written over two weeks, so that two patterns can be compared cell by cell. */
export function overTwoWeeks(pattern: WeeklyPattern): Slot[] {
  if (pattern.cycleWeeks === 2) return [...pattern.slots].sort(compareSlots);
  return ([0, 1] as const)
    .flatMap((week) => pattern.slots.map((each) => ({ ...each, week })))
    .sort(compareSlots);
}

/** The slots that begin on a day. */
export function slotsOn(pattern: WeeklyPattern, day: CalendarDay): Slot[] {
  const week = pattern.cycleWeeks === 2 ? weekOfCycle(day) : 0;
  const weekday = weekdayOf(day);
  return pattern.slots.filter((each) => each.week === week && each.weekday === weekday).sort(compareSlots);
}

/** The first day from `day` on that has a stay, within two weeks; null for an empty pattern. */
export function firstDayFrom(pattern: WeeklyPattern, day: CalendarDay): CalendarDay | null {
  return daysFrom(day, addDays(day, 13)).find((each) => slotsOn(pattern, each).length > 0) ?? null;
}
