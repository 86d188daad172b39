import fc from "fast-check";
import { expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { type Slot, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { dayPieces, drawnWeeks } from "#app/ui/week-pieces.ts";
import { anyCycle } from "../calendar/rules/arbitraries.ts";

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
  fc.assert(
    fc.property(anyCycle, (pattern) => {
      const pieces = dayPieces(pattern);
      const minutes = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(minutes).toBeCloseTo(pattern.cycleWeeks * weeklyMinutes(pattern));
      expect(pieces.every(({ start, end }) => start >= 0 && end <= 1440 && start < end)).toBe(true);
      expect(pieces.every(({ week }) => week < pattern.cycleWeeks)).toBe(true);
    }),
  );
});

it("draws each week of the cycle, then each week of the rota with the night that it begins with", () => {
  const night = { weekday: 7 as const, start: 1320, end: 1800 };
  const rota = ["2026-11-30", "2026-12-07"].map((day) => ({ monday: asDay(day), slots: [night] }));
  const alone = drawnWeeks({ cycleWeeks: 1, slots: [], rota });
  expect(alone.map(({ monday }) => monday)).toEqual(["2026-11-30", "2026-12-07"]);
  expect(alone[0]!.pieces).toMatchObject([{ weekday: 7, start: 1320, end: 1440 }]);
  expect(alone[1]!.pieces).toMatchObject([
    { weekday: 1, start: 0, end: 360 },
    { weekday: 7, start: 1320 },
  ]);
  const beside = drawnWeeks({ cycleWeeks: 3, slots: [{ week: 2, ...night }], rota });
  expect(beside.map(({ week }) => week)).toEqual([0, 1, 2, null, null]);
  expect(beside[0]!.pieces).toMatchObject([{ weekday: 1, start: 0, end: 360 }]);
});
