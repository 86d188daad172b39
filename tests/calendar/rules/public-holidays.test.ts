import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay, weekdayOf } from "#app/calendar/rules/day.ts";
import {
  easterSunday,
  isPublicHoliday,
  publicHolidayOn,
  publicHolidays,
} from "#app/calendar/rules/public-holidays.ts";
import { addWorkingDays, isWorkingDay } from "#app/calendar/rules/working-days.ts";
import { anyDay } from "./arbitraries.ts";

const moselle = { localLaw: "alsace-moselle" } as const;
const days = (year: number, localLaw: "alsace-moselle" | null): string[] =>
  publicHolidays(year, { localLaw }).map(({ day }) => day);

describe("public holidays", () => {
  it("Easter falls on the Sundays that were published", () => {
    const published = [
      "2000-04-23",
      "2008-03-23",
      "2011-04-24",
      "2024-03-31",
      "2026-04-05",
      "2027-03-28",
      "2038-04-25",
    ];
    expect(published.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(published);
  });

  it("Easter is always a Sunday between 22 March and 25 April", () => {
    for (let year = 1900; year < 2200; year++) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= "03-22" && easter.slice(5) <= "04-25").toBe(true);
    }
  });

  it("2027 has eleven holidays in France and thirteen in Moselle", () => {
    expect(days(2027, null)).toEqual([
      "2027-01-01",
      "2027-03-29",
      "2027-05-01",
      "2027-05-06",
      "2027-05-08",
      "2027-05-17",
      "2027-07-14",
      "2027-08-15",
      "2027-11-01",
      "2027-11-11",
      "2027-12-25",
    ]);
    expect(days(2027, "alsace-moselle")).toHaveLength(13);
    expect(publicHolidayOn(asDay("2027-03-26"), moselle)?.code).toBe("goodFriday");
    expect(isPublicHoliday(asDay("2026-12-26"), moselle)).toBe(true);
    expect(isPublicHoliday(asDay("2026-12-26"), { localLaw: null })).toBe(false);
  });

  it("8 May was an ordinary day before 1982", () => {
    expect(isPublicHoliday(asDay("1981-05-08"), { localLaw: null })).toBe(false);
    expect(isPublicHoliday(asDay("1982-05-08"), { localLaw: null })).toBe(true);
  });
});

describe("working days", () => {
  const isHoliday = (day: ReturnType<typeof asDay>): boolean => isPublicHoliday(day, moselle);

  it("five working days pass over a weekend, Good Friday and Easter Monday", () => {
    expect(addWorkingDays(asDay("2027-03-24"), 5, isHoliday)).toBe("2027-04-02");
    expect(addWorkingDays(asDay("2027-03-24"), 0, isHoliday)).toBe("2027-03-24");
    expect(addWorkingDays(asDay("2027-03-30"), -1, isHoliday)).toBe("2027-03-25");
  });

  it("the nth working day is a working day, with exactly n of them since", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const found = addWorkingDays(day, n, isHoliday);
        expect(isWorkingDay(found, isHoliday)).toBe(true);
        let count = 0;
        for (let each = addDays(day, 1); each <= found; each = addDays(each, 1)) {
          if (isWorkingDay(each, isHoliday)) count++;
        }
        expect(count).toBe(n);
      }),
    );
  });
});
