import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDay, Weekday } from "#app/calendar/rules/day.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { readAnswers } from "#app/requests/rules/ask-form-answers.ts";
import { keepWishes, readWishes } from "#app/requests/rules/ask-form-wishes.ts";
import {
  type WishAsked,
  type WishableFacility,
  coveredMinutes,
  needsAdvice,
  rateFacilities,
  shortfallsOf,
  suggestWishes,
} from "#app/requests/rules/wishes.ts";
import { form, officeWeek, weekOf } from "#tests/requests/ask-draft.ts";

const opening = (weekdays: number[], startMinute: number, endMinute: number) =>
  weekdays.map((weekday) => ({ weekday, startMinute, endMinute }));
const daily = opening([1, 2, 3, 4, 5], 435, 1110);
const always = opening([1, 2, 3, 4, 5, 6, 7], 0, 1440);

const facility = (id: string, change: Partial<WishableFacility> = {}): WishableFacility => ({
  id,
  name: id,
  kind: "multiAccueil",
  operator: null,
  quarterName: null,
  address: null,
  position: null,
  minAgeMonths: 2,
  maxAgeMonths: 47,
  opening: daily,
  servesSchool: false,
  ...change,
});
const asked: WishAsked = {
  careKind: "nursery",
  pattern: officeWeek,
  ageMonths: 14,
  quarterName: "Borny",
  home: { longitude: 6.22, latitude: 49.11 },
};
const order = (facilities: WishableFacility[], change: Partial<WishAsked> = {}) =>
  rateFacilities(facilities, { ...asked, ...change }).map(({ id }) => id);

describe("facilities to wish for", () => {
  it("come by coverage, then the family's quarter, then distance, then name", () => {
    expect(
      order([
        facility("unknown", { opening: [] }),
        facility("half", { opening: opening([1, 2], 435, 1110) }),
        facility("far", { position: { longitude: 6.15, latitude: 49.14 } }),
        facility("b"),
        facility("a"),
        facility("near", { position: { longitude: 6.221, latitude: 49.111 } }),
        facility("own quarter", { quarterName: "Borny" }),
      ]),
    ).toEqual(["own quarter", "near", "far", "a", "b", "half", "unknown"]);
  });

  it("take the age on the start day; a limit that is not known excludes nobody", () => {
    const all = [
      facility("small", { maxAgeMonths: 12 }),
      facility("big", { minAgeMonths: 15 }),
      facility("open", { minAgeMonths: null, maxAgeMonths: null }),
    ];
    expect(order(all)).toEqual(["open"]);
    expect(order(all, { ageMonths: 12 })).toEqual(["open", "small"]);
  });

  it("for a school child are the sites of its school, when it has some", () => {
    const sites = [facility("site", { servesSchool: true }), facility("other")];
    expect(order(sites, { careKind: "afterSchool" })).toEqual(["site"]);
    expect(order([facility("other")], { careKind: "afterSchool" })).toEqual(["other"]);
  });

  it("are put forward when they are open at least some of the hours", () => {
    const night = weekOf([1, 2], 1260, 1770);
    const rated = rateFacilities([facility("day"), facility("night", { opening: always })], {
      ...asked,
      pattern: night,
    });
    expect(suggestWishes(rated)).toEqual(["night"]);
  });

  it("call for advice when none covers all the hours", () => {
    expect(needsAdvice(rateFacilities([facility("a")], asked))).toBe(false);
    expect(needsAdvice(rateFacilities([facility("a")], { ...asked, pattern: weekOf([6], 480, 720) }))).toBe(
      true,
    );
    expect(needsAdvice([])).toBe(true);
  });
});

describe("what is not covered", () => {
  it("says when it closes, opens, and on which days it is shut", () => {
    expect(shortfallsOf(weekOf([1, 2], 480, 1200), daily)).toEqual([{ code: "closesAt", minute: 1110 }]);
    expect(shortfallsOf(weekOf([1], 360, 720), daily)).toEqual([{ code: "opensAt", minute: 435 }]);
    expect(shortfallsOf(weekOf([5, 6, 7], 480, 720), daily)).toEqual([
      { code: "closedDays", weekdays: [6, 7] },
    ]);
    expect(shortfallsOf(officeWeek, daily)).toEqual([]);
  });

  it("tells a night by the evening and the morning it misses", () => {
    expect(shortfallsOf(weekOf([1], 1260, 1800), daily)).toEqual([
      { code: "closesAt", minute: 1110 },
      { code: "opensAt", minute: 435 },
    ]);
  });

  it("tells the gap between two openings", () => {
    const school = [...opening([1], 450, 510), ...opening([1], 990, 1110)];
    expect(shortfallsOf(weekOf([1], 450, 1110), school)).toEqual([
      { code: "closedBetween", start: 510, end: 990 },
    ]);
  });

  it("is found for every facility that covers less, and for no other", () => {
    const open = fc.array(
      fc.record({
        weekday: fc.integer({ min: 1, max: 7 }),
        startMinute: fc.nat(1380),
        length: fc.integer({ min: 30, max: 900 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        open,
        fc.integer({ min: 1, max: 7 }),
        fc.nat(1380),
        fc.integer({ min: 30, max: 720 }),
        (all, weekday, start, length) => {
          const hours = all.map((each) => ({ ...each, endMinute: each.startMinute + each.length }));
          const pattern = weekOf([weekday as Weekday], start, start + length);
          const short = coveredMinutes(pattern, hours)! < weeklyMinutes(pattern);
          expect(shortfallsOf(pattern, hours).length > 0).toBe(short);
        },
      ),
    );
  });
});

describe("ranked wishes", () => {
  const rated = rateFacilities([facility("a"), facility("b"), facility("c")], asked);
  const read = (typed: Parameters<typeof readWishes>[0], kind = "nursery") => {
    const { wishes, problems } = readWishes(typed, rated, kind);
    return { ids: wishes.map(({ id }) => id), codes: problems.map(({ name, code }) => `${name} ${code}`) };
  };

  it("come in the order given; a rank left out is closed up", () => {
    const typed = keepWishes(
      readAnswers(form({ "rank.a": "", "rank.b": "4", "rank.c": "2", "rank.d": "1", "rank.e": "9" })),
    );
    expect(read(typed)).toEqual({ ids: ["c", "b"], codes: [] });
  });

  it("one rank is for one facility", () => {
    expect(
      read([
        { facilityId: "a", rank: "1" },
        { facilityId: "b", rank: "1" },
      ]).codes,
    ).toEqual(["rank.b sameRank"]);
  });

  it("a nursery needs one; of a périscolaire site the school decides", () => {
    expect(read([]).codes).toEqual(["wishes noWish"]);
    expect(read([], "afterSchool").codes).toEqual([]);
    expect(read(null, "afterSchool").codes).toEqual(["wishes noWish"]);
    expect(readWishes([], [], "nursery").problems).toEqual([]);
  });
});

it("a rota is rated week by week, like weeks that repeat", () => {
  const rota = {
    cycleWeeks: 1,
    slots: [],
    rota: [
      { monday: "2026-11-02" as CalendarDay, slots: [{ weekday: 1 as Weekday, start: 480, end: 1080 }] },
      { monday: "2026-11-09" as CalendarDay, slots: [{ weekday: 6 as Weekday, start: 480, end: 1080 }] },
    ],
  };
  const [rated] = rateFacilities([facility("weekdays")], { ...asked, pattern: rota });
  expect(rated).toMatchObject({ coveredMinutes: 300, coversAll: false });
  expect(rated!.shortfalls).toEqual([{ code: "closedDays", weekdays: [6] }]);
});
