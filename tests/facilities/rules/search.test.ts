import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, type Weekday, addDays, asDay } from "#app/calendar/rules/day.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { staysOf } from "#app/calendar/rules/stays.ts";
import { type WeeklyPattern, overlappingSlots } from "#app/calendar/rules/weekly-pattern.ts";
import { type Holding, fits, placesLeft } from "#app/facilities/rules/capacity.ts";
import { pairsCovering, shortestPart } from "#app/facilities/rules/search-pairs.ts";
import { type FacilitySearched, searchFacilities } from "#app/facilities/rules/search.ts";
import { bandsOf, held, monday, pattern } from "./limits-town.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
// Through the end of summer time.
const clock = quarterHours(monday, addDays(monday, 8 * 7));
const last = addDays(clock.to, -1);

function facility(
  id: string,
  [start, end, on = [1, 2, 3, 4, 5]]: [number, number, number[]?],
  holdings: Holding[] = [],
  places = 1,
): FacilitySearched {
  const left = placesLeft(clock, bandsOf(start, end, places, on), holdings);
  return {
    id,
    openings: on.map((weekday) => ({ weekday, startMinute: start * 60, endMinute: end * 60 })),
    sections: [{ id: `${id}-all`, minAgeMonths: 2, maxAgeMonths: 40, clock, left }],
  };
}

const ask = (hours: WeeklyPattern, ageMonths: number | null = 14) => ({
  pattern: hours,
  startOn: monday,
  endOn: last,
  ageMonths,
});

describe("which facilities cover a week", () => {
  it("tells opening hours from free places, and what remains", () => {
    const full = facility("full", [7, 19], [held(pattern(8, 18, [2]), "2026-11-10", "2026-11-10")]);
    const [first, second] = searchFacilities(ask(pattern(6, 18)), [full, facility("free", [7, 19])]);
    expect(first).toMatchObject({
      facilityId: "free",
      coveredMinutes: 3300,
      freeMinutes: 3300,
      askedMinutes: 3600,
    });
    expect(first!.freePart).toEqual(pattern(7, 18));
    expect(first!.remainingPart).toEqual(pattern(6, 7));
    // One Tuesday taken once is a Tuesday that cannot be promised.
    expect(second).toMatchObject({ facilityId: "full", coveredMinutes: 3300, freeMinutes: 2700 });
  });

  it("takes the child only in a section of its age", () => {
    const free = facility("free", [7, 19]);
    expect(searchFacilities(ask(pattern(8, 18), 41), [free])).toMatchObject([
      { sectionId: null, coveredMinutes: 3000, freeMinutes: 0 },
    ]);
    expect(searchFacilities(ask(pattern(8, 18), null), [free])).toMatchObject([{ sectionId: null }]);
  });

  it("follows a night through the hour that comes twice, and leaves the morning of a day off alone", () => {
    const open = facility("open", [0, 24, everyDay]);
    const night = ask(pattern(22, 30));
    expect(searchFacilities(night, [open])[0]).toMatchObject({
      freeMinutes: 2400,
      freePart: pattern(22, 30),
    });
    expect(searchFacilities(night, [{ ...open, off: new Set([asDay("2026-11-11")]) }])[0]!.freeMinutes).toBe(
      2400,
    );
  });
});

describe("which two together", () => {
  const pairs = (hours: WeeklyPattern, facilities: FacilitySearched[]) =>
    pairsCovering(hours, searchFacilities(ask(hours), facilities));

  it("three days here and two there", () => {
    const [pair, ...others] = pairs(pattern(8, 18), [
      facility("three", [7, 19, [1, 2, 3]]),
      facility("two", [7, 19, [3, 4, 5]], [held(pattern(8, 9, [3]))]),
    ]);
    expect(pair).toMatchObject({
      first: { facilityId: "three", part: pattern(8, 18, [1, 2, 3]), minutes: 1800 },
      second: { facilityId: "two", part: pattern(8, 18, [4, 5]), minutes: 1200 },
      cuts: 0,
    });
    expect(others).toEqual([]);
  });

  it("a childminder early and late, the crèche by day", () => {
    const [pair] = pairs(pattern(5.5, 20), [
      facility("creche", [7, 19]),
      facility("home", [5, 21], [held(pattern(10, 11))]),
    ]);
    expect(pair).toMatchObject({
      first: { facilityId: "creche", part: pattern(7, 19), minutes: 3600 },
      second: { facilityId: "home", minutes: 750 },
      cuts: 5,
    });
  });

  it("nobody for less than an hour: the crèche gives up half an hour", () => {
    const [pair] = pairs(pattern(6.5, 18), [facility("creche", [7, 19]), facility("home", [6, 9])]);
    expect(pair).toMatchObject({ first: { part: pattern(7.5, 18) }, second: { part: pattern(6.5, 7.5) } });
  });

  it("not when one alone is enough, nor when nobody has the hours", () => {
    expect(pairs(pattern(8, 18), [facility("a", [7, 19]), facility("b", [7, 12])])).toEqual([]);
    expect(pairs(pattern(5, 18), [facility("a", [7, 19]), facility("b", [7, 12])])).toEqual([]);
  });
});

const hours = fc.record({ start: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 96 }) });
const asked: fc.Arbitrary<WeeklyPattern> = fc
  .record({
    cycleWeeks: fc.integer({ min: 1, max: 3 }),
    slots: fc.array(fc.record({ week: fc.nat(2), weekday: fc.integer({ min: 1, max: 7 }), hours }), {
      minLength: 1,
      maxLength: 6,
    }),
    rota: fc.option(fc.record({ week: fc.nat(6), hours, weekday: fc.integer({ min: 1, max: 7 }) }), {
      nil: null,
    }),
  })
  .map(({ cycleWeeks, slots, rota }): WeeklyPattern => {
    const at = (each: { hours: { start: number; length: number }; weekday: number }) => ({
      weekday: each.weekday as Weekday,
      start: each.hours.start * 15 + 5,
      end: (each.hours.start + each.hours.length) * 15,
    });
    return {
      cycleWeeks,
      slots: slots.map((each) => ({ ...at(each), week: each.week % cycleWeeks })),
      ...(rota ? { rota: [{ monday: addDays(monday, 7 * rota.week), slots: [at(rota)] }] } : {}),
    };
  })
  .filter((each) => overlappingSlots(each) === null);
const town = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 14 }),
    length: fc.integer({ min: 4, max: 24 }),
    on: fc.subarray(everyDay, { minLength: 2 }),
    taken: asked,
  }),
  { minLength: 2, maxLength: 5 },
);

const minutesOnRealDays = (each: WeeklyPattern, to: CalendarDay): number =>
  staysOf(each, monday, to).reduce((sum, { start, end }) => sum + end.getTime() - start.getTime(), 0) /
  60_000;

/** Of the weeks that repeat: a part may have none of them, and only hours of a rota. */
const repeated = ({ slots, cycleWeeks }: WeeklyPattern): number =>
  slots.reduce((sum, { start, end }) => sum + end - start, 0) / cycleWeeks;

it("the two parts of a pair never overlap, have exactly the minutes asked, and each has its place", () => {
  let found = 0;
  fc.assert(
    fc.property(asked, town, (wanted, facilities) => {
      const searched = facilities.map(({ start, length, on, taken }, index) =>
        facility(`f${index}`, [start, start + length, on], [held(taken, monday)]),
      );
      const results = searchFacilities(ask(wanted), searched);
      for (const { freePart, remainingPart, freeMinutes, askedMinutes } of results) {
        expect(repeated(freePart) + repeated(remainingPart)).toBeCloseTo(askedMinutes);
        expect(repeated(freePart)).toBeCloseTo(freeMinutes);
      }
      for (const { first, second } of pairsCovering(wanted, results)) {
        found++;
        expect(first.minutes + second.minutes).toBeCloseTo(repeated(wanted));
        // A Sunday night that is cut belongs, after midnight, to the week after: look at whole cycles.
        const spans = [first.part, second.part]
          .flatMap((part) => staysOf(part, monday, last))
          .sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime());
        for (const [index, span] of spans.entries())
          if (index > 0) expect(spans[index - 1]!.end.getTime()).toBeLessThanOrEqual(span.start.getTime());
        for (const { facilityId, part } of [first, second]) {
          const { left } = searched.find(({ id }) => id === facilityId)!.sections[0]!;
          expect(fits(clock, left, { pattern: part, startOn: addDays(monday, 1), endOn: last })).toBe(true);
        }
        const both = minutesOnRealDays(first.part, last) + minutesOnRealDays(second.part, last);
        const sundays = wanted.slots.some(({ weekday, end }) => weekday === 7 && end > 1440);
        if (!sundays) expect(both).toBe(minutesOnRealDays(wanted, last));
        const cutParts = [first.part, second.part].flatMap(({ slots }) => slots);
        const wholes = new Set(wanted.slots.map(({ weekday, start, end }) => `${weekday} ${start} ${end}`));
        for (const { weekday, start, end } of cutParts)
          if (!wholes.has(`${weekday} ${start} ${end}`))
            expect(end - start).toBeGreaterThanOrEqual(shortestPart);
      }
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(3);
});
