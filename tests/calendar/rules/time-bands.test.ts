import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TimeBands, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { anyPattern } from "./arbitraries.ts";

const bands: TimeBands = {
  ordinary: [{ weekdays: [1, 2, 3, 4, 5], start: 420, end: 1140 }],
  night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: 1320, end: 1800 }],
};

describe("ordinary and atypical hours", () => {
  it("every minute of a week is ordinary or atypical, once", () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const hours = hoursByBand(pattern, bands);
        expect(hours.total).toBe(weeklyMinutes(pattern));
        expect(hours.ordinary + hours.atypical).toBeCloseTo(hours.total);
        expect(hours.ordinary).toBeGreaterThanOrEqual(0);
        // A third of an hour, of an average of three weeks, is not a binary fraction.
        expect(hours.night).toBeLessThanOrEqual(hours.atypical + 1e-6);
      }),
    );
  });

  it("5:00 to 20:00 on a Monday is twelve ordinary hours and three atypical ones, one of them at night", () => {
    const pattern = {
      cycleWeeks: 1 as const,
      slots: [{ week: 0 as const, weekday: 1 as const, start: 300, end: 1200 }],
    };
    expect(hoursByBand(pattern, bands)).toEqual({ total: 900, ordinary: 720, atypical: 180, night: 60 });
  });

  it("a Saturday is atypical all day", () => {
    const pattern = {
      cycleWeeks: 2 as const,
      slots: [{ week: 1 as const, weekday: 6 as const, start: 480, end: 1080 }],
    };
    expect(hoursByBand(pattern, bands)).toEqual({ total: 300, ordinary: 0, atypical: 300, night: 0 });
  });
});
