// Days and patterns drawn at random, for the property tests of every room.
import fc from "fast-check";
import { type CalendarDay, type Weekday, addDays, asDay } from "#app/calendar/rules/day.ts";
import { overlapInRota } from "#app/calendar/rules/rota-overlap.ts";
import {
  type RotaWeek,
  type Slot,
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  isEmptyPattern,
  overlappingSlots,
} from "#app/calendar/rules/weekly-pattern.ts";

export const anyDay: fc.Arbitrary<CalendarDay> = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays(asDay("1990-01-01"), days));

const anyWeekSlot: fc.Arbitrary<WeekSlot> = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }).map((value) => value as Weekday),
    start: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ weekday, start, length }) => ({ weekday, start, end: start + length }));

/** Of a cycle of two weeks, or of `weeks`. */
export const anySlotOf = (weeks: number): fc.Arbitrary<Slot> =>
  fc.tuple(fc.nat(weeks - 1), anyWeekSlot).map(([week, slot]) => ({ week, ...slot }));
export const anySlot = anySlotOf(2);

function repeating(cycleWeeks: number, drawn: Slot[]): WeeklyPattern {
  const kept: Slot[] = [];
  for (const slot of drawn) {
    if (!overlappingSlots({ cycleWeeks, slots: [...kept, slot] })) kept.push(slot);
  }
  return { cycleWeeks, slots: kept.sort(compareSlots) };
}

const patternOf = (minLength: number): fc.Arbitrary<WeeklyPattern> =>
  fc
    .oneof(fc.constantFrom(1, 2), fc.integer({ min: 1, max: 12 }))
    .chain((cycleWeeks) =>
      fc
        .array(anySlotOf(cycleWeeks), { minLength, maxLength: 12 })
        .map((slots) => repeating(cycleWeeks, slots)),
    );

/** Hours that repeat, as the app keeps them: slots in order, none overlapping, at least one. */
export const anyCycle: fc.Arbitrary<WeeklyPattern> = patternOf(1);

/** Around both clock changes of the school year. */
const anyMonday = fc.nat(40).map((week) => addDays(asDay("2026-09-28"), 7 * week));

function withRota(pattern: WeeklyPattern, drawn: [CalendarDay, WeekSlot[]][]): WeeklyPattern {
  const rota: RotaWeek[] = drawn
    .map(([monday]) => ({ monday, slots: [] }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
  const given: WeeklyPattern = { ...pattern, rota };
  for (const [monday, slots] of drawn) {
    const week = rota.find((each) => each.monday === monday)!;
    for (const slot of slots) {
      const before = week.slots;
      week.slots = [...before, slot].sort(compareWeekSlots);
      if (overlapInRota(given)) week.slots = before;
    }
  }
  return given;
}

/** A pattern with weeks given one by one beside its cycle, which may be empty. */
export const anyRota: fc.Arbitrary<WeeklyPattern> = fc
  .tuple(
    patternOf(0),
    fc.uniqueArray(fc.tuple(anyMonday, fc.array(anyWeekSlot, { maxLength: 5 })), {
      selector: ([monday]) => monday,
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([pattern, weeks]) => withRota(pattern, weeks))
  .filter((pattern) => !isEmptyPattern(pattern));

/** Any hours that a family can give. */
export const anyPattern: fc.Arbitrary<WeeklyPattern> = fc.oneof(anyCycle, anyRota);
