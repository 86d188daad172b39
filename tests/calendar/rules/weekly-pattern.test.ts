import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { weeklyPattern } from "#app/calendar/rules/schemas.ts";
import {
  type Slot,
  firstDayFrom,
  overTwoWeeks,
  overlappingSlots,
  slotsOn,
  weekOfCycle,
  weeklyMinutes,
} from "#app/calendar/rules/weekly-pattern.ts";
import { anyDay, anyPattern, anySlot } from "./arbitraries.ts";

const slot = (weekday: number, start: number, end: number, week: 0 | 1 = 0): Slot =>
  ({ week, weekday, start, end }) as Slot;

describe("weekly patterns", () => {
  it("weeks A and B alternate through years of 53 weeks", () => {
    // 2026 has 53 weeks: counting by week number would give two odd weeks in a row.
    expect(weekOfCycle(asDay("2026-12-28"))).not.toBe(weekOfCycle(asDay("2027-01-04")));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, weeks) => {
        const same = weekOfCycle(day) === weekOfCycle(addDays(day, 7 * weeks));
        expect(same).toBe(weeks % 2 === 0);
      }),
    );
  });

  it("two slots overlap or not whichever is named first", () => {
    fc.assert(
      fc.property(anySlot, anySlot, (a, b) => {
        const one = overlappingSlots({ cycleWeeks: 2, slots: [a, b] });
        const other = overlappingSlots({ cycleWeeks: 2, slots: [b, a] });
        expect(one === null).toBe(other === null);
      }),
    );
  });

  it("a Sunday night meets the early Monday of the same week when every week is alike", () => {
    const slots = [slot(7, 1320, 1800), slot(1, 300, 600)];
    expect(overlappingSlots({ cycleWeeks: 1, slots })).not.toBeNull();
  });

  it("a Sunday night of week A meets the Monday of week B, not its own", () => {
    expect(
      overlappingSlots({ cycleWeeks: 2, slots: [slot(7, 1320, 1800, 0), slot(1, 300, 600, 0)] }),
    ).toBeNull();
    expect(
      overlappingSlots({ cycleWeeks: 2, slots: [slot(7, 1320, 1800, 0), slot(1, 300, 600, 1)] }),
    ).not.toBeNull();
  });

  it("two weeks in a row hold exactly twice the minutes of an average week", () => {
    fc.assert(
      fc.property(anyPattern, anyDay, (pattern, day) => {
        const fortnight = Array.from({ length: 14 }, (_, shift) =>
          slotsOn(pattern, addDays(day, shift)),
        ).flat();
        const minutes = fortnight.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(minutes).toBe(2 * weeklyMinutes(pattern));
        expect(fortnight).toHaveLength(overTwoWeeks(pattern).length);
      }),
    );
  });

  it("the first day of care is found within a fortnight, and an empty pattern has none", () => {
    fc.assert(
      fc.property(anyPattern, anyDay, (pattern, day) => {
        const first = firstDayFrom(pattern, day)!;
        expect(slotsOn(pattern, first).length).toBeGreaterThan(0);
        expect(first >= day && first < addDays(day, 14)).toBe(true);
      }),
    );
    expect(firstDayFrom({ cycleWeeks: 1, slots: [] }, asDay("2026-11-23"))).toBeNull();
  });

  it("hours of a week B are refused when every week is alike", () => {
    const slots = [slot(1, 480, 1080, 1)];
    expect(weeklyPattern.safeParse({ cycleWeeks: 1, slots }).success).toBe(false);
    expect(weeklyPattern.safeParse({ cycleWeeks: 2, slots }).success).toBe(true);
  });

  it("a stay that ends before it starts, or lasts more than a day, is refused", () => {
    const parse = (start: number, end: number): boolean =>
      weeklyPattern.safeParse({ cycleWeeks: 1, slots: [slot(1, start, end)] }).success;
    expect(parse(480, 480)).toBe(false);
    expect(parse(480, 480 + 1441)).toBe(false);
    expect(parse(0, 1440)).toBe(true);
    expect(parse(1320, 1800)).toBe(true);
  });
});
