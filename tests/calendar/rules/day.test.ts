import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  asDay,
  daysBetween,
  daysFrom,
  isDay,
  mondayOf,
  monthsBetween,
  weekdayOf,
} from "#app/calendar/rules/day.ts";
import { anyDay } from "./arbitraries.ts";

describe("days", () => {
  it("a day that does not exist is refused", () => {
    expect(isDay("2027-02-29")).toBe(false);
    expect(isDay("2028-02-29")).toBe(true);
    expect(isDay("2027-2-9")).toBe(false);
    expect(() => asDay("31/12/2026")).toThrow("Not a day that exists");
  });

  it("days are added, counted and named as an independent library does", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, shift) => {
        const other = DateTime.fromISO(day, { zone: "utc" });
        expect(addDays(day, shift)).toBe(other.plus({ days: shift }).toISODate());
        expect(addMonths(day, shift)).toBe(other.plus({ months: shift }).toISODate());
        expect(weekdayOf(day)).toBe(other.weekday);
        expect(daysBetween(day, addDays(day, shift))).toBe(shift);
      }),
    );
  });

  it("an age in months never runs ahead of the months that have passed", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (born, months) => {
        const birthday = addMonths(born, months);
        expect(monthsBetween(born, birthday)).toBe(months);
        expect(monthsBetween(born, addDays(birthday, -1))).toBe(months - 1);
      }),
    );
  });

  it("a week has seven days and begins on Monday", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = daysFrom(mondayOf(day), addDays(mondayOf(day), 6));
        expect(week.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
        expect(week).toContain(day);
      }),
    );
  });
});
