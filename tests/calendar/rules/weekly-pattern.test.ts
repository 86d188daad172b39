import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay, daysFrom, mondayOf } from "#app/calendar/rules/day.ts";
import { weeklyPattern } from "#app/calendar/rules/schemas.ts";
import {
  type Slot,
  firstDayFrom,
  overlappingSlots,
  slotsOn,
  weekOfCycle,
  weeklyMinutes,
} from "#app/calendar/rules/weekly-pattern.ts";
import { anyCycle, anyDay, anyPattern, anyRota, anySlot } from "./arbitraries.ts";

const slot = (weekday: number, start: number, end: number, week = 0): Slot =>
  ({ week, weekday, start, end }) as Slot;

describe("weekly patterns", () => {
  it("weeks A and B alternate through years of 53 weeks", () => {
    // 2026 has 53 weeks: counting by week number would give two odd weeks in a row.
    expect(weekOfCycle(asDay("2026-12-28"))).not.toBe(weekOfCycle(asDay("2027-01-04")));
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: 1, max: 12 }),
        (day, weeks, cycle) => {
          const same = weekOfCycle(day, cycle) === weekOfCycle(addDays(day, 7 * weeks), cycle);
          expect(same).toBe(weeks % cycle === 0);
        },
      ),
    );
  });

  it("two slots overlap or not whichever is named first", () => {
    fc.assert(
      fc.property(anySlot, anySlot, (a, b) => {
        const one = overlappingSlots({ cycleWeeks: 2, slots: [a, b] });
        const other = overlappingSlots({ cycleWeeks: 2, slots: [b, a] });
        expect(one === null).toBe(other === null);
      }),
    );
  });

  it("a Sunday night meets the early Monday of the same week when every week is alike", () => {
    const slots = [slot(7, 1320, 1800), slot(1, 300, 600)];
    expect(overlappingSlots({ cycleWeeks: 1, slots })).not.toBeNull();
  });

  it("a Sunday night of week A meets the Monday of week B, not its own", () => {
    expect(
      overlappingSlots({ cycleWeeks: 2, slots: [slot(7, 1320, 1800, 0), slot(1, 300, 600, 0)] }),
    ).toBeNull();
    expect(
      overlappingSlots({ cycleWeeks: 2, slots: [slot(7, 1320, 1800, 0), slot(1, 300, 600, 1)] }),
    ).not.toBeNull();
  });

  it("as many weeks in a row as repeat hold all the minutes of the cycle, from any day", () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (pattern, day) => {
        const days = daysFrom(day, addDays(day, 7 * pattern.cycleWeeks - 1));
        const found = days.flatMap((each) => slotsOn(pattern, each));
        const minutes = found.reduce((sum, { start, end }) => sum + end - start, 0);
        expect(minutes).toBeCloseTo(pattern.cycleWeeks * weeklyMinutes(pattern));
        expect(found).toHaveLength(pattern.slots.length);
      }),
    );
  });

  it("the first day of care is found within a cycle, and an empty pattern has none", () => {
    fc.assert(
      fc.property(anyCycle, anyDay, (pattern, day) => {
        const first = firstDayFrom(pattern, day)!;
        expect(slotsOn(pattern, first).length).toBeGreaterThan(0);
        expect(first >= day && first < addDays(day, 7 * pattern.cycleWeeks)).toBe(true);
      }),
    );
    expect(firstDayFrom({ cycleWeeks: 1, slots: [] }, asDay("2026-11-23"))).toBeNull();
  });

  it("a cycle has at most twelve weeks", () => {
    expect(weeklyPattern.safeParse({ cycleWeeks: 12, slots: [] }).success).toBe(true);
    expect(weeklyPattern.safeParse({ cycleWeeks: 13, slots: [] }).success).toBe(false);
    expect(weeklyPattern.safeParse({ cycleWeeks: 0, slots: [] }).success).toBe(false);
  });

  it("hours of a week B are refused when every week is alike", () => {
    const slots = [slot(1, 480, 1080, 1)];
    expect(weeklyPattern.safeParse({ cycleWeeks: 1, slots }).success).toBe(false);
    expect(weeklyPattern.safeParse({ cycleWeeks: 2, slots }).success).toBe(true);
  });

  it("weeks given by their Monday replace the cycle in those weeks alone", () => {
    fc.assert(
      fc.property(anyRota, anyDay, (pattern, day) => {
        const given = pattern.rota!.find(({ monday }) => monday === mondayOf(day));
        const weekdays = daysFrom(mondayOf(day), addDays(mondayOf(day), 6));
        const found = weekdays.flatMap((each) => slotsOn(pattern, each));
        if (given) expect(found).toEqual(given.slots);
        else expect(found).toEqual(weekdays.flatMap((each) => slotsOn({ ...pattern, rota: [] }, each)));
      }),
    );
  });

  it("the first day of care may be one of a week given alone", () => {
    const rota = [{ monday: asDay("2026-12-07"), slots: [{ weekday: 3 as const, start: 480, end: 1080 }] }];
    expect(firstDayFrom({ cycleWeeks: 1, slots: [], rota }, asDay("2026-09-01"))).toBe("2026-12-09");
    expect(firstDayFrom({ cycleWeeks: 1, slots: [], rota }, asDay("2026-12-10"))).toBeNull();
  });

  it("every pattern is stored as it is, and read back", () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(weeklyPattern.parse(JSON.parse(JSON.stringify(pattern)))).toEqual(pattern);
      }),
    );
  });

  it("a rota out of order, twice the same week, or that does not begin on a Monday is refused", () => {
    const parse = (...mondays: string[]): boolean =>
      weeklyPattern.safeParse({
        cycleWeeks: 1,
        slots: [],
        rota: mondays.map((monday) => ({ monday, slots: [] })),
      }).success;
    expect(parse("2026-11-30", "2026-12-07")).toBe(true);
    expect(parse("2026-12-07", "2026-11-30")).toBe(false);
    expect(parse("2026-11-30", "2026-11-30")).toBe(false);
    expect(parse("2026-12-01")).toBe(false);
  });

  it("a Sunday night of the rota does not meet the next Monday, given or of the cycle", () => {
    const night = { weekday: 7, start: 1320, end: 1800 };
    const early = { weekday: 1, start: 300, end: 600 };
    const parse = (pattern: object): boolean =>
      weeklyPattern.safeParse({ cycleWeeks: 1, slots: [], ...pattern }).success;
    const sunday = { monday: "2026-11-30", slots: [night] };
    expect(parse({ rota: [sunday, { monday: "2026-12-07", slots: [early] }] })).toBe(false);
    expect(parse({ rota: [sunday, { monday: "2026-12-14", slots: [early] }] })).toBe(true);
    expect(parse({ slots: [{ week: 0, ...early }], rota: [sunday] })).toBe(false);
    expect(parse({ rota: [{ monday: "2026-11-30", slots: [night, night] }] })).toBe(false);
  });

  it("a stay that ends before it starts, or lasts more than a day, is refused", () => {
    const parse = (start: number, end: number): boolean =>
      weeklyPattern.safeParse({ cycleWeeks: 1, slots: [slot(1, start, end)] }).success;
    expect(parse(480, 480)).toBe(false);
    expect(parse(480, 480 + 1441)).toBe(false);
    expect(parse(0, 1440)).toBe(true);
    expect(parse(1320, 1800)).toBe(true);
  });
});
