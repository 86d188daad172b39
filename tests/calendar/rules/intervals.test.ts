import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Interval,
  commonMinutes,
  inWeek,
  minutesOfWeek,
  union,
  weeklyMinutesWithin,
} from "#app/calendar/rules/intervals.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { anyPattern, anySlot } from "./arbitraries.ts";

const anyIntervals: fc.Arbitrary<Interval[]> = fc
  .array(anySlot, { maxLength: 8 })
  .map((slots) => slots.flatMap((each) => inWeek(each)));
const minutesOf = (intervals: Interval[]): number =>
  union(intervals).reduce((sum, { start, end }) => sum + end - start, 0);

describe("intervals of a week", () => {
  it("what two sets have in common does not depend on their order, and fits in the smaller", () => {
    fc.assert(
      fc.property(anyIntervals, anyIntervals, (a, b) => {
        const common = commonMinutes(a, b);
        expect(common).toBe(commonMinutes(b, a));
        expect(common).toBeGreaterThanOrEqual(0);
        expect(common).toBeLessThanOrEqual(Math.min(minutesOf(a), minutesOf(b)));
        expect(commonMinutes(a, a)).toBe(minutesOf(a));
      }),
    );
  });

  it("what passes Sunday midnight comes back on Monday, with every minute", () => {
    fc.assert(
      fc.property(anySlot, (slot) => {
        const pieces = inWeek(slot);
        expect(pieces.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(slot.end - slot.start);
        for (const { start, end } of pieces) expect(start >= 0 && end <= minutesOfWeek).toBe(true);
      }),
    );
  });

  it("a whole week covers every minute of a pattern, alternating weeks and nights included", () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(weeklyMinutesWithin(pattern, [{ start: 0, end: minutesOfWeek }])).toBeCloseTo(
          weeklyMinutes(pattern),
        );
      }),
    );
  });

  it("a Sunday night of week A and an early Monday of week A are both counted", () => {
    const pattern = {
      cycleWeeks: 2 as const,
      slots: [
        { week: 0 as const, weekday: 7 as const, start: 1320, end: 1800 },
        { week: 0 as const, weekday: 1 as const, start: 300, end: 780 },
      ],
    };
    const monday = [{ start: 0, end: 1440 }];
    expect(weeklyMinutesWithin(pattern, monday)).toBe((360 + 480) / 2);
  });
});
