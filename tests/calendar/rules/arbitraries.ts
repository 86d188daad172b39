// Days and patterns drawn at random, for the property tests of every room.
import fc from "fast-check";
import { type CalendarDay, type Weekday, addDays, asDay } from "#app/calendar/rules/day.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  overlappingSlots,
} from "#app/calendar/rules/weekly-pattern.ts";

export const anyDay: fc.Arbitrary<CalendarDay> = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays(asDay("1990-01-01"), days));

export const anySlot: fc.Arbitrary<Slot> = fc
  .record({
    week: fc.constantFrom(0 as const, 1 as const),
    weekday: fc.integer({ min: 1, max: 7 }).map((value) => value as Weekday),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ week, weekday, start, length }) => ({ week, weekday, start, end: start + length }));

/** A pattern as the app keeps them: slots in order, none overlapping, at least one. */
export const anyPattern: fc.Arbitrary<WeeklyPattern> = fc
  .record({
    cycleWeeks: fc.constantFrom(1 as const, 2 as const),
    slots: fc.array(anySlot, { minLength: 1, maxLength: 12 }),
  })
  .map(({ cycleWeeks, slots }) => {
    const kept: Slot[] = [];
    for (const each of slots) {
      const slot = cycleWeeks === 1 ? { ...each, week: 0 as const } : each;
      if (!overlappingSlots({ cycleWeeks, slots: [...kept, slot] })) kept.push(slot);
    }
    return { cycleWeeks, slots: kept.sort(compareSlots) };
  });
