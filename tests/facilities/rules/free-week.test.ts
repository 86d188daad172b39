import { describe, expect, it } from "vitest";
import { asDay } from "#app/calendar/rules/day.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { placesLeft } from "#app/facilities/rules/capacity.ts";
import { freeWeek } from "#app/facilities/rules/free-week.ts";

const from = asDay("2027-01-04");
const clock = quarterHours(from, asDay("2027-01-31"));
const band = (weekday: number, startMinute: number, endMinute: number, places = 1) => ({
  ...{ weekday, startMinute, endMinute, places },
  validFrom: from,
  validTo: null,
});

describe("the free hours of an ordinary week", () => {
  it("are those that nobody holds in any of the weeks", () => {
    const every = {
      pattern: { cycleWeeks: 2, slots: [{ week: 0, weekday: 1 as const, start: 600, end: 720 }] },
      startOn: from,
      endOn: null,
    };
    expect(freeWeek(clock, placesLeft(clock, [band(1, 480, 1080), band(2, 480, 1080)], [every]))).toEqual([
      { weekday: 1, start: 480, end: 600 },
      { weekday: 1, start: 720, end: 1080 },
      { weekday: 2, start: 480, end: 1080 },
    ]);
  });

  it("join before and after midnight into one night, on Sundays too", () => {
    const nights = [band(5, 1200, 1860), band(7, 1200, 1860)];
    expect(freeWeek(clock, placesLeft(clock, nights, []))).toContainEqual({
      weekday: 5,
      start: 1200,
      end: 1860,
    });
  });

  it("are none where nothing is licensed", () => {
    expect(freeWeek(clock, placesLeft(clock, [], []))).toEqual([]);
  });
});
