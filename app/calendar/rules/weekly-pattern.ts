// The hours a family needs, or a contract gives: intervals of weeks that repeat, or of weeks given one by one (a rota).
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

/** Twelve weeks: no rota of the trades that families told us of repeats less often. */
export const maxCycleWeeks = 12;

/** Three stays a day over twelve weeks: more is a mistake. */
export const maxSlots = 252;

/** A year of weeks given one by one. */
export const maxRotaWeeks = 53;

/** Hours of one week: `start` is a minute of `weekday`; `end` may pass 1440: the stay then ends the next day. At most 24 hours. */
export type WeekSlot = { weekday: Weekday; start: number; end: number };

/** Hours of one week of the cycle: `week` is 0 to `cycleWeeks` − 1. */
export type Slot = WeekSlot & { week: number };

/** A week given by name: in it, these hours replace those of the cycle; none at all is a week without care. */
export type RotaWeek = { monday: CalendarDay; slots: WeekSlot[] };

export type WeeklyPattern = {
  /** 1: every week alike; 2: weeks A and B alternate; up to 12. */
  cycleWeeks: number;
  slots: Slot[];
  /** In the order of the Mondays, each at most once; absent for hours that only repeat. */
  rota?: RotaWeek[];
};

/** Any Monday: the weeks of every cycle are counted from it, so that years of 53 weeks do not break the alternation. */
const firstWeekA = "2024-01-01" as CalendarDay;

/** 0 to `cycleWeeks` − 1; of two weeks, 0 is week A. */
export function weekOfCycle(day: CalendarDay, cycleWeeks = 2): number {
  const weeks = daysBetween(firstWeekA, mondayOf(day)) / 7;
  return ((weeks % cycleWeeks) + cycleWeeks) % cycleWeeks;
}

export function compareSlots(a: Slot, b: Slot): number {
  return a.week - b.week || compareWeekSlots(a, b);
}

export function compareWeekSlots(a: WeekSlot, b: WeekSlot): number {
  return a.weekday - b.weekday || a.start - b.start || a.end - b.end;
}

export function isEmptyPattern({ slots, rota = [] }: WeeklyPattern): boolean {
  return slots.length === 0 && rota.every((week) => week.slots.length === 0);
}

/** The weeks that stand for a pattern: those of its cycle, or those of its rota when nothing repeats. */
export function typicalWeeks({ cycleWeeks, slots, rota = [] }: WeeklyPattern): WeekSlot[][] {
  if (slots.length === 0 && rota.length > 0) return rota.map((week) => week.slots);
  return Array.from({ length: cycleWeeks }, (_, week) =>
    slots
      .filter((each) => each.week === week)
      .map(({ weekday, start, end }) => ({ weekday, start, end }))
      .sort(compareWeekSlots),
  );
}

/** Nominal minutes of an average week (a night is 8 h whatever the clock change). */
export function weeklyMinutes(pattern: WeeklyPattern): number {
  const weeks = typicalWeeks(pattern);
  return weeks.flat().reduce((sum, { start, end }) => sum + end - start, 0) / weeks.length;
}

/** Position of a slot in the cycle, in minutes from Monday 0:00 of the first week. */
const position = ({ week, weekday }: Pick<Slot, "week" | "weekday">): number =>
  (week * 7 + weekday - 1) * minutesOfDay;

/** Two slots of the cycle that overlap, across midnight and around its end too. */
export function overlappingSlots(pattern: Pick<WeeklyPattern, "cycleWeeks" | "slots">): [Slot, Slot] | null {
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

/** The hours of the week of a day: those its rota gives, else those of the cycle. */
export function slotsOfWeek(pattern: WeeklyPattern, day: CalendarDay): WeekSlot[] {
  const monday = mondayOf(day);
  const given = pattern.rota?.find((week) => week.monday === monday);
  if (given) return given.slots;
  const week = weekOfCycle(monday, pattern.cycleWeeks);
  return pattern.slots.filter((each) => each.week === week);
}

/** The hours that begin on a day. */
export function slotsOn(pattern: WeeklyPattern, day: CalendarDay): WeekSlot[] {
  const weekday = weekdayOf(day);
  return slotsOfWeek(pattern, day)
    .filter((each) => each.weekday === weekday)
    .sort(compareWeekSlots);
}

/** The first day from `day` on that has a stay, within a cycle and the weeks of the rota; null for an empty pattern. */
export function firstDayFrom(pattern: WeeklyPattern, day: CalendarDay): CalendarDay | null {
  const last = pattern.rota?.at(-1)?.monday ?? day;
  const until = addDays(last > day ? last : day, 7 * (pattern.cycleWeeks + 1));
  return daysFrom(day, until).find((each) => slotsOn(pattern, each).length > 0) ?? null;
}
