import { describe, expect, it } from "vitest";
import type { HeldPeriod } from "#app/calendar/rules/held-overlap.ts";
import { hoursWithin } from "#app/calendar/rules/hours-within.ts";
import { type CalendarDay, type Weekday, asDay } from "#app/calendar/rules/day.ts";

const monday = asDay("2027-01-04");
const held = (
  slots: [Weekday, number, number][],
  startOn = monday,
  endOn: CalendarDay | null = null,
): HeldPeriod => ({
  pattern: {
    cycleWeeks: 1,
    slots: slots.map(([weekday, start, end]) => ({ week: 0, weekday, start: start * 60, end: end * 60 })),
  },
  startOn,
  endOn,
});

describe("hours that are all given", () => {
  it("are those of the same week, or of a fuller one", () => {
    expect(hoursWithin(held([[1, 8, 17]]), [held([[1, 8, 17]])])).toBe(true);
    expect(
      hoursWithin(held([[1, 9, 16]]), [
        held([
          [1, 8, 18],
          [2, 8, 18],
        ]),
      ]),
    ).toBe(true);
  });

  it("may come from two places that follow each other, and go past midnight", () => {
    const asked = held([
      [1, 6, 18],
      [5, 20, 30],
    ]);
    expect(
      hoursWithin(asked, [
        held([[1, 6, 9]]),
        held([
          [1, 9, 18],
          [5, 20, 31],
        ]),
      ]),
    ).toBe(true);
  });

  it("are not all given when a day, an hour or every other week is missing", () => {
    expect(
      hoursWithin(
        held([
          [1, 8, 17],
          [2, 8, 17],
        ]),
        [held([[1, 8, 17]])],
      ),
    ).toBe(false);
    expect(hoursWithin(held([[1, 8, 17]]), [held([[1, 8, 16]])])).toBe(false);
    const everyOther = { ...held([[1, 8, 17]]), pattern: { ...held([[1, 8, 17]]).pattern, cycleWeeks: 2 } };
    expect(hoursWithin(held([[1, 8, 17]]), [everyOther])).toBe(false);
    expect(hoursWithin(everyOther, [held([[1, 8, 17]])])).toBe(true);
  });

  it("are looked at from the day on which both have begun; a place that ends does not do", () => {
    expect(hoursWithin(held([[1, 8, 17]]), [held([[1, 8, 17]], asDay("2027-03-01"))])).toBe(true);
    expect(hoursWithin(held([[1, 8, 17]]), [held([[1, 8, 17]], monday, asDay("2027-01-05"))])).toBe(false);
    expect(hoursWithin(held([[1, 8, 17]]), [])).toBe(false);
  });
});
