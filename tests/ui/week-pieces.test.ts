import fc from "fast-check";
import { expect, it } from "vitest";
import type { Weekday } from "#app/calendar/rules/day.ts";
import { type Slot, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { dayPieces } from "#app/ui/week-pieces.ts";

it("shows a night on both days", () => {
  const night: Slot = { week: 0, weekday: 2, start: 1320, end: 1800 };
  expect(dayPieces({ cycleWeeks: 1, slots: [night] })).toEqual([
    { week: 0, weekday: 2, start: 1320, end: 1440 },
    { week: 0, weekday: 3, start: 0, end: 360 },
  ]);
});

it("carries the night of a Sunday to the Monday of the other week", () => {
  const night: Slot = { week: 0, weekday: 7, start: 1320, end: 1800 };
  expect(dayPieces({ cycleWeeks: 2, slots: [night] }).at(-1)).toMatchObject({
    week: 1,
    weekday: 1,
    start: 0,
  });
  const back = dayPieces({ cycleWeeks: 2, slots: [{ ...night, week: 1 }] });
  expect(back[0]).toMatchObject({ week: 0, weekday: 1, start: 0, end: 360 });
});

it("loses no minute and passes no midnight", () => {
  const slot = fc
    .record({
      week: fc.constantFrom(0 as const, 1 as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      start: fc.nat(1439),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ week, weekday, start, length }): Slot => ({
      week,
      weekday: weekday as Weekday,
      start,
      end: start + length,
    }));
  fc.assert(
    fc.property(fc.array(slot, { maxLength: 20 }), (slots) => {
      const pattern = { cycleWeeks: 2 as const, slots };
      const pieces = dayPieces(pattern);
      expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(2 * weeklyMinutes(pattern));
      expect(pieces.every(({ start, end }) => start >= 0 && end <= 1440 && start < end)).toBe(true);
    }),
  );
});
