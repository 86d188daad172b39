// Stays of a pattern and parts of them. A part is minutes of the day on which its stay begins, so that a night that is
// cut after midnight is still one stay until it is written down as a pattern again.
import { type CalendarDay, type Weekday, addDays } from "#app/calendar/rules/day.ts";
import { type Interval, union } from "#app/calendar/rules/intervals.ts";
import {
  type Slot,
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  minutesOfDay,
} from "#app/calendar/rules/weekly-pattern.ts";

/** A stay of the cycle (`monday` null), or of a week of the rota. */
export type AskedStay = { slot: WeekSlot; week: number; monday: CalendarDay | null };

/** Parts of each stay, in the order of the stays. */
export type Parts = Interval[][];

export function staysAsked({ slots, rota = [] }: WeeklyPattern): AskedStay[] {
  return [
    ...slots.map((slot): AskedStay => ({ slot, week: slot.week, monday: null })),
    ...rota.flatMap(({ monday, slots: hours }) =>
      hours.map((slot): AskedStay => ({ slot, week: 0, monday })),
    ),
  ];
}

/**
 * A night that goes from the last day of a week to the next cannot be cut when a rota may change that week: the
 * second part would have no week of its own to be written in.
 */
export function mayCut({ rota = [] }: WeeklyPattern, { slot }: AskedStay): boolean {
  return rota.length === 0 || slot.weekday < 7 || slot.end <= minutesOfDay;
}

export const wholeOf = ({ slot: { start, end } }: AskedStay): Interval => ({ start, end });

export function covers(parts: Interval[], { start, end }: Interval): boolean {
  return union(parts).some((part) => part.start <= start && end <= part.end);
}

/** What a stay has beside its parts. */
export function beside(stay: AskedStay, parts: Interval[]): Interval[] {
  const rest: Interval[] = [];
  let { start } = stay.slot;
  for (const part of union(parts)) {
    if (part.start > start) rest.push({ start, end: part.start });
    start = part.end;
  }
  if (start < stay.slot.end) rest.push({ start, end: stay.slot.end });
  return rest;
}

/** Minutes of an average week, counted as those of the whole pattern are. */
export function minutesOfParts(pattern: WeeklyPattern, stays: AskedStay[], parts: Parts): number {
  const repeats = pattern.slots.length > 0;
  const weeks = repeats ? pattern.cycleWeeks : (pattern.rota?.length ?? 1);
  const typical = parts.filter((_, index) => (stays[index]!.monday === null) === repeats);
  return typical.flat().reduce((sum, { start, end }) => sum + end - start, 0) / weeks;
}

/** A part that begins after midnight belongs to the next day. */
function onItsOwnDay({ weekday }: WeekSlot, { start, end }: Interval): WeekSlot & { nextWeek: boolean } {
  if (start < minutesOfDay) return { weekday, start, end, nextWeek: false };
  return {
    weekday: ((weekday % 7) + 1) as Weekday,
    start: start - minutesOfDay,
    end: end - minutesOfDay,
    nextWeek: weekday === 7,
  };
}

/** Parts as a pattern of their own, in the same weeks. */
export function patternOf(pattern: WeeklyPattern, stays: AskedStay[], parts: Parts): WeeklyPattern {
  const slots: Slot[] = [];
  const weeks = new Map((pattern.rota ?? []).map(({ monday }) => [monday, [] as WeekSlot[]]));
  for (const [index, stay] of stays.entries()) {
    for (const part of union(parts[index]!)) {
      const { nextWeek, ...slot } = onItsOwnDay(stay.slot, part);
      const later = nextWeek ? 1 : 0;
      if (stay.monday === null) slots.push({ ...slot, week: (stay.week + later) % pattern.cycleWeeks });
      else weeks.get(addDays(stay.monday, 7 * later))?.push(slot);
    }
  }
  const rota = [...weeks].map(([monday, hours]) => ({ monday, slots: hours.sort(compareWeekSlots) }));
  return {
    cycleWeeks: pattern.cycleWeeks,
    slots: slots.sort(compareSlots),
    ...(rota.length > 0 ? { rota } : {}),
  };
}
