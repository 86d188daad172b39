import { type CalendarDay, type Weekday, addDays } from "#app/calendar/rules/day.ts";
import { type Interval, minutesOfWeek, union } from "#app/calendar/rules/intervals.ts";
import {
  type RotaWeek,
  type Slot,
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  minutesOfDay,
  slotsOfWeek,
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

/** A part of a stay on the day it begins; `weeksLater` is 1 after midnight on a Sunday. */
type Part = { slot: WeekSlot; weeksLater: 0 | 1 };

/** The parts of a stay during which the facility is open. */
function openParts({ weekday, start, end }: WeekSlot, open: Interval[]): Part[] {
  const midnight = (weekday - 1) * minutesOfDay;
  return open
    .map((each) => ({
      start: Math.max(each.start - midnight, start),
      end: Math.min(each.end - midnight, end),
    }))
    .filter((part) => part.end > part.start)
    .map((part): Part => {
      if (part.start < minutesOfDay) return { slot: { weekday, ...part }, weeksLater: 0 };
      return {
        slot: {
          weekday: ((weekday % 7) + 1) as Weekday,
          start: part.start - minutesOfDay,
          end: part.end - minutesOfDay,
        },
        weeksLater: weekday === 7 ? 1 : 0,
      };
    });
}

/** What is left of the week of a Monday, the end of the Sunday night before it included. */
function openWeek(pattern: WeeklyPattern, monday: CalendarDay, open: Interval[]): WeekSlot[] {
  return [1, 0]
    .flatMap((weeksLater) =>
      slotsOfWeek(pattern, addDays(monday, -7 * weeksLater))
        .flatMap((slot) => openParts(slot, open))
        .filter((part) => part.weeksLater === weeksLater),
    )
    .map(({ slot }) => slot)
    .sort(compareWeekSlots);
}

const sameHours = (a: WeekSlot[], b: WeekSlot[]): boolean =>
  a.length === b.length && a.every((slot, index) => compareWeekSlots(slot, b[index]!) === 0);

/** The part of a pattern during which a facility is open: what it can offer of a week that it cannot wholly cover. */
export function withinOpening(pattern: WeeklyPattern, openings: Opening[]): WeeklyPattern {
  const open = aroundTheWeek(openings);
  const { cycleWeeks, rota } = pattern;
  const slots = pattern.slots.flatMap((slot): Slot[] =>
    openParts(slot, open).map((part) => ({
      week: (slot.week + part.weeksLater) % cycleWeeks,
      ...part.slot,
    })),
  );
  const repeated: WeeklyPattern = { cycleWeeks, slots: slots.sort(compareSlots) };
  if (!rota) return repeated;
  const given = new Set(rota.map(({ monday }) => monday));
  // The Monday after a given week may begin with a night that the cycle does not have, or without one that it has.
  const touched = new Set(rota.flatMap(({ monday }) => [monday, addDays(monday, 7)]));
  const weeks = [...touched]
    .sort()
    .map((monday): RotaWeek => ({ monday, slots: openWeek(pattern, monday, open) }))
    .filter(
      (week) =>
        given.has(week.monday) ||
        !sameHours(week.slots, [...slotsOfWeek(repeated, week.monday)].sort(compareWeekSlots)),
    );
  return { ...repeated, rota: weeks };
}
