import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { minutesBetween } from "#app/calendar/rules/instant.ts";
import { stayByBand } from "#app/calendar/rules/stay-bands.ts";
import { staysOf } from "#app/calendar/rules/stays.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { type WeeklyPattern, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";
import { anyDay, anyPattern } from "./arbitraries.ts";

const night: WeeklyPattern = {
  cycleWeeks: 1,
  slots: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ week: 0, weekday, start: 1320, end: 1800 })),
};
const bands: TimeBands = {
  ordinary: [{ weekdays: [1, 2, 3, 4, 5], start: 420, end: 1140 }],
  night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: 1320, end: 1800 }],
};

const hoursOfNight = (day: string): number => {
  const stay = staysOf(night, asDay(day), asDay(day))[0]!;
  return minutesBetween(stay.start, stay.end) / 60;
};

describe("stays", () => {
  it("a night from 22:00 to 6:00 lasts 8 hours, 7 in the March night and 9 in the October night", () => {
    expect(hoursOfNight("2027-03-20")).toBe(8);
    expect(hoursOfNight("2027-03-27")).toBe(7);
    expect(hoursOfNight("2027-10-30")).toBe(9);
    expect(hoursOfNight("2026-10-24")).toBe(9);
  });

  it("a period gives every stay that begins in it, and nothing else", () => {
    fc.assert(
      fc.property(anyPattern, anyDay, fc.integer({ min: 0, max: 30 }), (pattern, from, days) => {
        const stays = staysOf(pattern, from, addDays(from, days));
        const expected = Array.from({ length: days + 1 }, (_, shift) =>
          slotsOn(pattern, addDays(from, shift)),
        );
        expect(stays).toHaveLength(expected.flat().length);
        for (const { start, end } of stays) expect(minutesBetween(start, end)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("splitting a stay by band neither makes nor loses a minute, whatever the clocks do", () => {
    const nearChange = fc.constantFrom(asDay("2027-03-27"), asDay("2027-10-30"), asDay("2026-10-24"));
    fc.assert(
      fc.property(anyPattern, fc.oneof(anyDay, nearChange), (pattern, day) => {
        for (const stay of staysOf(pattern, day, addDays(day, 2))) {
          const hours = stayByBand(stay, bands);
          expect(hours.total).toBe(minutesBetween(stay.start, stay.end));
          expect(hours.ordinary + hours.atypical).toBe(hours.total);
          expect(hours.ordinary).toBeGreaterThanOrEqual(0);
          expect(hours.night).toBeLessThanOrEqual(hours.atypical);
        }
      }),
    );
  });

  it("a night that begins on Monday is all atypical, and 7:00 on Tuesday is ordinary again", () => {
    const [stay] = staysOf(
      { cycleWeeks: 1, slots: [{ week: 0, weekday: 1, start: 1320, end: 1440 + 480 }] },
      asDay("2026-11-23"),
      asDay("2026-11-23"),
    );
    expect(stayByBand(stay!, bands)).toEqual({ total: 600, ordinary: 60, atypical: 540, night: 480 });
  });
});
