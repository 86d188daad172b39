import type { Weekday } from "#app/calendar/rules/day.ts";
import { type Interval, minutesOfWeek, union } from "#app/calendar/rules/intervals.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  minutesOfDay,
} from "#app/calendar/rules/weekly-pattern.ts";

/** An interval of the week when a facility is open; `endMinute` may pass midnight. */
export type Opening = { weekday: number; startMinute: number; endMinute: number };

/** Openings in minutes from Monday 0:00, of the week before to the week after, so that nights meet. */
function aroundTheWeek(openings: Opening[]): Interval[] {
  return union(
    [-minutesOfWeek, 0, minutesOfWeek].flatMap((shift) =>
      openings.map(({ weekday, startMinute, endMinute }) => ({
        start: shift + (weekday - 1) * minutesOfDay + startMinute,
        end: shift + (weekday - 1) * minutesOfDay + endMinute,
      })),
    ),
  );
}

/** The part of a pattern during which a facility is open: what it can offer of a week that it cannot wholly cover. */
export function withinOpening(pattern: WeeklyPattern, openings: Opening[]): WeeklyPattern {
  const open = aroundTheWeek(openings);
  const slots = pattern.slots.flatMap((slot): Slot[] => {
    const midnight = (slot.weekday - 1) * minutesOfDay;
    return open
      .map(({ start, end }) => ({
        start: Math.max(start - midnight, slot.start),
        end: Math.min(end - midnight, slot.end),
      }))
      .filter(({ start, end }) => end > start)
      .map((part) => onItsOwnDay({ ...slot, ...part }, pattern.cycleWeeks));
  });
  return { cycleWeeks: pattern.cycleWeeks, slots: slots.sort(compareSlots) };
}

/** A part that begins after midnight belongs to the next day. */
function onItsOwnDay(slot: Slot, cycleWeeks: 1 | 2): Slot {
  if (slot.start < minutesOfDay) return slot;
  const sunday = slot.weekday === 7;
  return {
    week: sunday && cycleWeeks === 2 ? (slot.week === 0 ? 1 : 0) : slot.week,
    weekday: sunday ? 1 : ((slot.weekday + 1) as Weekday),
    start: slot.start - minutesOfDay,
    end: slot.end - minutesOfDay,
  };
}
