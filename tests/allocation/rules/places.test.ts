import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withinOpening } from "#app/allocation/rules/opening-hours.ts";
import { placeFor } from "#app/allocation/rules/places.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import type { Weekday } from "#app/calendar/rules/day.ts";
import { inWeek, union, weeklyMinutesWithin } from "#app/calendar/rules/intervals.ts";
import {
  type Slot,
  type WeeklyPattern,
  overlappingSlots,
  weeklyMinutes,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { DatedBand, DaysOff, Holding } from "#app/facilities/rules/capacity.ts";
import { week } from "../town.ts";

const day = asDay("2026-10-05");
const band = (weekday: number, start: number, end: number, places: number, more = {}): DatedBand => ({
  weekday,
  startMinute: start * 60,
  endMinute: end * 60,
  places,
  validFrom: asDay("2020-01-01"),
  validTo: null,
  ...more,
});
const everyDay = (start: number, end: number, places: number, more = {}): DatedBand[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => band(weekday, start, end, places, more));
const held = (pattern: WeeklyPattern, startOn = "2026-01-01", endOn: string | null = null): Holding => ({
  pattern,
  startOn: asDay(startOn),
  endOn: endOn as Holding["endOn"],
});
const look = (
  bands: DatedBand[],
  holdings: Holding[],
  pattern: WeeklyPattern,
  more: { off?: DaysOff } = {},
) => placeFor({ pattern, startOn: day, endOn: asDay("2027-01-03") }, { bands, holdings, ...more });
const evening: WeeklyPattern = { cycleWeeks: 1, slots: [{ week: 0, weekday: 2, start: 1050, end: 1110 }] };

describe("where a pattern finds no place", () => {
  it("nowhere when there is room all week", () => {
    expect(look(everyDay(7, 19, 2), [held(week(8, 18))], week(8, 18))).toEqual({ conflicts: [], left: 1 });
  });

  it("names the hours that are full, once for all the weeks", () => {
    expect(look(everyDay(7, 19, 1), [held(evening)], week(8, 19)).conflicts).toEqual([
      {
        weekday: 2,
        start: 1050,
        end: 1110,
        cause: "full",
        firstDay: "2026-10-06",
        weeks: 13,
        always: true,
      },
    ]);
  });

  it("counts the weeks when only some are full, from the first of them", () => {
    const later = held(evening, "2026-12-01", "2026-12-31");
    expect(look(everyDay(7, 19, 1), [later], week(8, 19)).conflicts).toMatchObject([
      { weekday: 2, firstDay: "2026-12-01", weeks: 5, always: false },
    ]);
    const weekA = held({ cycleWeeks: 2, slots: [{ week: 0, weekday: 1, start: 480, end: 720 }] });
    expect(look(everyDay(7, 19, 1), [weekA], week(8, 12, [1])).conflicts).toMatchObject([
      { start: 480, end: 720, weeks: 7, always: false },
    ]);
  });

  it("names the one week of a rota that clashes", () => {
    const rota: WeeklyPattern = {
      ...evening,
      rota: [{ monday: asDay("2026-11-02"), slots: [{ weekday: 3, start: 480, end: 720 }] }],
    };
    expect(look(everyDay(7, 19, 1), [held(rota)], week(8, 12, [3])).conflicts).toMatchObject([
      { weekday: 3, start: 480, end: 720, firstDay: "2026-11-04", weeks: 1, always: false },
    ]);
  });

  it("tells closed hours from full ones, and says the hours after midnight of the next day", () => {
    const night: WeeklyPattern = { cycleWeeks: 1, slots: [{ week: 0, weekday: 7, start: 1320, end: 1800 }] };
    expect(look(everyDay(7, 24, 1), [held(week(23, 24, [7]))], night).conflicts).toMatchObject([
      { weekday: 1, start: 0, end: 360, cause: "closed", weeks: 13, always: true },
      { weekday: 7, start: 1380, end: 1440, cause: "full", weeks: 13, always: true },
    ]);
  });

  it("asks for nothing on a day off, and a night before one is no reason to refuse", () => {
    const off = new Set([asDay("2026-11-11")]);
    const always = everyDay(0, 24, 1);
    expect(look(always, [held(week(8, 18, [3]), "2026-11-11", "2026-11-11")], week(8, 18), { off })).toEqual({
      conflicts: [],
      left: 1,
    });
    expect(look(always, [], week(22, 30), { off }).conflicts).toEqual([]);
  });

  it("looks ahead: a place already promised for later is not free for a stay without end", () => {
    const later = held(week(8, 18), "2027-01-04");
    const from = (endOn: string | null) =>
      placeFor(
        { pattern: week(8, 18), startOn: day, endOn: endOn === null ? null : asDay(endOn) },
        { bands: everyDay(7, 19, 1), holdings: [later] },
      );
    expect(from(null).conflicts).not.toEqual([]);
    expect(from("2027-01-03").conflicts).toEqual([]);
  });

  it("follows a licence that changes", () => {
    const bands = [
      ...everyDay(7, 19, 2, { validTo: asDay("2026-12-31") }),
      ...everyDay(7, 19, 1, { validFrom: asDay("2027-01-01") }),
    ];
    const from = (endOn: string | null) =>
      placeFor(
        { pattern: week(8, 18), startOn: day, endOn: endOn === null ? null : asDay(endOn) },
        { bands, holdings: [held(week(8, 18))] },
      ).conflicts;
    expect(from("2026-12-31")).toEqual([]);
    expect(from(null)).toMatchObject([
      { weekday: 1 },
      { weekday: 2 },
      { weekday: 3 },
      { weekday: 4 },
      { weekday: 5 },
    ]);
  });
});

const weekday = fc.integer({ min: 1, max: 7 }).map((each) => each as Weekday);
const opening = fc
  .record({
    weekday,
    startMinute: fc.integer({ min: 0, max: 1425 }),
    length: fc.integer({ min: 15, max: 1440 }),
  })
  .map(({ weekday, startMinute, length }) => ({ weekday, startMinute, endMinute: startMinute + length }));
const pattern: fc.Arbitrary<WeeklyPattern> = fc
  .record({
    cycleWeeks: fc.constantFrom(1 as const, 2 as const),
    slots: fc.array(
      fc.record({
        week: fc.constantFrom(0 as const, 1 as const),
        weekday,
        start: fc.integer({ min: 0, max: 1439 }),
        length: fc.integer({ min: 1, max: 1440 }),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ cycleWeeks, slots }) => ({
    cycleWeeks,
    slots: slots.map(({ week, length, ...slot }): Slot => ({
      ...slot,
      week: cycleWeeks === 1 ? 0 : week,
      end: slot.start + length,
    })),
  }))
  .filter((each) => overlappingSlots(each as WeeklyPattern) === null) as fc.Arbitrary<WeeklyPattern>;

describe("the part of a week within opening hours", () => {
  it("keeps exactly the minutes asked for while the facility is open", () => {
    fc.assert(
      fc.property(pattern, fc.array(opening, { maxLength: 6 }), (asked, openings) => {
        const offered = withinOpening(asked, openings);
        const open = union(
          openings.flatMap(({ weekday, startMinute, endMinute }) =>
            inWeek({ weekday, start: startMinute, end: endMinute }),
          ),
        );
        expect(weeklyMinutes(offered)).toBeCloseTo(weeklyMinutesWithin(asked, open));
        expect(overlappingSlots(offered)).toBeNull();
        for (const { start, end, week } of offered.slots) {
          expect(start).toBeLessThan(1440);
          expect(end).toBeGreaterThan(start);
          expect(week).toBeLessThan(asked.cycleWeeks);
        }
      }),
    );
  });

  it("cuts a long day at opening and closing", () => {
    const openings = [1, 2].map((weekday) => ({ weekday, startMinute: 420, endMinute: 1140 }));
    expect(withinOpening(week(5, 22, [1, 2, 3]), openings)).toEqual(week(7, 19, [1, 2]));
  });

  it("leaves a night whole where the facility never closes", () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((each) => ({ weekday: each, startMinute: 0, endMinute: 1440 }));
    expect(withinOpening(week(22, 30), always)).toEqual(week(22, 30));
  });
});
