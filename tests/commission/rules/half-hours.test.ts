import { expect, test } from "vitest";
import { halfHoursOf, weeklyHalfHours } from "#app/commission/rules/half-hours.ts";
import { daysOf, fewerDays } from "#app/commission/rules/sub-weeks.ts";
import { aPattern } from "#tests/support/builders.ts";

test("Every half-hour touched is held: from 7 h 50 to 16 h 10 is from 7 h 30 to 16 h 30", () => {
  const mask = halfHoursOf(aPattern({ weekdays: [1], start: 470, end: 970 }));
  expect(weeklyHalfHours(mask)).toBe(18);
  expect(mask[14]).toBe(0);
  expect(mask[15]).toBe(1);
  expect(mask[32]).toBe(1);
  expect(mask[33]).toBe(0);
});

test("The night of a Sunday of week A goes on in week B", () => {
  const mask = halfHoursOf({ cycleWeeks: 2, slots: [{ week: 0, weekday: 7, start: 1320, end: 1800 }] });
  expect([mask[335], mask[336], mask[347], mask[348], mask[0]]).toEqual([1, 1, 1, 0, 0]);
});

test("Hours over three weeks hold what any of their weeks holds, in A and in B", () => {
  const mask = halfHoursOf({ cycleWeeks: 3, slots: [{ week: 2, weekday: 1, start: 480, end: 540 }] });
  expect([mask[16], mask[336 + 16]]).toEqual([1, 1]);
});

test("Fewer days: every choice out of five, the most days first, and no fewer than asked", () => {
  const weeks = fewerDays(aPattern(), 3).map(daysOf);
  expect(weeks).toHaveLength(15);
  expect(weeks.slice(0, 5).every(({ length }) => length === 4)).toBe(true);
  expect(weeks.slice(5).every(({ length }) => length === 3)).toBe(true);
  expect(fewerDays(aPattern({ weekdays: [2, 4] }), 2)).toEqual([]);
});
