import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Weekday, addDays, asDay } from "#app/calendar/rules/day.ts";
import { quarterAt, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { staysOf } from "#app/calendar/rules/stays.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import {
  fits,
  heldByQuarter,
  licensedByQuarter,
  placesLeft,
  stretchesWithout,
} from "#app/facilities/rules/capacity.ts";
import { horizonOf } from "#app/facilities/rules/horizon.ts";
import { settingsOn, usualSettings } from "#app/facilities/rules/settings.ts";
import { bandsOf, held, monday, pattern } from "./limits-town.ts";

const october = quarterHours(asDay("2026-10-19"), asDay("2026-11-01"));

describe("licensed places on real days", () => {
  it("follow the weekday and the hour; days off have none", () => {
    const places = licensedByQuarter(october, bandsOf(7, 19, 12), new Set([asDay("2026-10-20")]));
    const at = (day: number, minute: number) => places[Math.floor(quarterAt(october, day, minute))];
    expect([at(0, 415), at(0, 420), at(0, 1139), at(0, 1140), at(1, 600), at(5, 600)]).toEqual([
      0, 12, 12, 0, 0, 0,
    ]);
  });

  it("go on after midnight, from the eve of the first day too, through the hour that comes twice", () => {
    const places = licensedByQuarter(october, bandsOf(22, 30, 3, [6, 7]));
    expect(places[0]).toBe(3);
    expect(places[23]).toBe(3);
    expect(places[24]).toBe(0);
    // The night of 24 to 25 October 2026 has nine hours, and its Sunday its own night.
    expect(places.filter((each) => each > 0)).toHaveLength(24 + 36 + 8 + 24 + 8 + 24 + 8);
  });

  it("in a quarter where they change are the fewest of its minutes, but for those when it is closed", () => {
    const bands = [...bandsOf(7 + 1 / 3, 12 + 1 / 6, 10), ...bandsOf(12 + 1 / 6, 18, 20)];
    const places = licensedByQuarter(october, bands);
    const at = (minute: number) => places[Math.floor(quarterAt(october, 0, minute))];
    expect([at(430), at(435), at(720), at(735)]).toEqual([0, 10, 10, 20]);
  });
});

const patterns: fc.Arbitrary<WeeklyPattern> = fc
  .record({
    cycleWeeks: fc.integer({ min: 1, max: 12 }),
    slots: fc.array(
      fc.record({
        week: fc.nat(11),
        weekday: fc.integer({ min: 1, max: 7 }).map((each) => each as Weekday),
        start: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 1, max: 1440 }),
      }),
      { maxLength: 12 },
    ),
    rota: fc.option(fc.integer({ min: -2, max: 3 }), { nil: null }),
  })
  .map(({ cycleWeeks, slots, rota }) => ({
    cycleWeeks,
    slots: slots.map(({ length, week, ...slot }) => ({
      ...slot,
      week: week % cycleWeeks,
      end: slot.start + length,
    })),
    ...(rota === null
      ? {}
      : {
          rota: [
            {
              monday: addDays(asDay("2026-10-19"), 7 * rota),
              slots: [{ weekday: 7 as const, start: 1320, end: 1800 }],
            },
          ],
        }),
  }));

it("what is held is what the stays say, through both clock changes", () => {
  const spring = quarterHours(asDay("2027-03-22"), asDay("2027-04-04"));
  fc.assert(
    fc.property(
      patterns,
      fc.constantFrom(october, spring),
      fc.nat(12),
      fc.nat(16),
      (hours, clock, late, length) => {
        const startOn = addDays(clock.from, late - 3);
        const endOn = addDays(startOn, length);
        const off = new Set([addDays(clock.from, 2), addDays(clock.from, 6)]);
        const expected = new Int32Array(clock.length);
        for (const stay of staysOf(hours, startOn, endOn)) {
          if (off.has(stay.day)) continue;
          for (let quarter = 0; quarter < clock.length; quarter++) {
            const from = clock.start + quarter * 900_000;
            if (stay.start.getTime() < from + 900_000 && stay.end.getTime() > from) expected[quarter]! += 1;
          }
        }
        expect(heldByQuarter(clock, [{ pattern: hours, startOn, endOn }], off)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

describe("what is left", () => {
  it("is told day by day, in the hours of the stay", () => {
    const left = placesLeft(october, bandsOf(7, 19, 1), [held(pattern(8, 9, [2]))]);
    const asked = held(pattern(7.1, 9.1, [1, 2]), "2026-10-19");
    expect(stretchesWithout(october, left, asked)).toMatchObject([
      { day: "2026-10-20", start: 480, end: 540 },
      { day: "2026-10-27", start: 480, end: 540 },
    ]);
    expect(fits(october, left, asked)).toBe(false);
    expect(fits(october, left, { ...asked, endOn: asDay("2026-10-19") })).toBe(true);
  });

  it("a contract without end looks as far as the last change, and the longest cycle after it; two years at most", () => {
    const none = held(pattern(8, 9), monday);
    expect(horizonOf({ ...none, endOn: asDay("2027-08-31") }, [], [])).toBe("2027-08-31");
    expect(horizonOf(none, bandsOf(7, 19, 1), [])).toBe(addDays(monday, 84));
    expect(horizonOf(none, [], [held(pattern(8, 9), "2026-01-01", "2027-01-31")])).toBe(
      addDays(asDay("2027-01-31"), 84),
    );
    expect(horizonOf(none, [], [held(pattern(8, 9), "2030-01-01")])).toBe(addDays(monday, 730));
  });
});

it("the settings of a facility are the latest on a day; before the first, those that promise the least", () => {
  const rows = [
    { ...usualSettings, validFrom: asDay("2026-09-01"), hasPedt: true },
    { ...usualSettings, validFrom: asDay("2027-01-01"), overCapacity: true },
  ];
  expect(settingsOn(rows, asDay("2026-08-31"))).toEqual(usualSettings);
  expect(settingsOn(rows, asDay("2026-09-01"))).toEqual({ ...usualSettings, hasPedt: true });
  expect(settingsOn([...rows].reverse(), asDay("2027-05-01"))).toEqual({
    ...usualSettings,
    overCapacity: true,
  });
});
