import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { careFromShifts, cycleOf } from "#app/calendar/rules/care-from-shifts.ts";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { parseHours, printHours } from "#app/calendar/rules/hours-text.ts";
import { instantAt, minutesBetween } from "#app/calendar/rules/instant.ts";
import { overlapInRota } from "#app/calendar/rules/rota-overlap.ts";
import type { Piece } from "#app/calendar/rules/stay-pieces.ts";
import { staysOf } from "#app/calendar/rules/stays.ts";
import { type RotaWeek, type WeeklyPattern, slotsOfWeek } from "#app/calendar/rules/weekly-pattern.ts";
import { anyCycle } from "./arbitraries.ts";

const shift = (day: string, start: number, end: number): Piece => ({
  start: instantAt(asDay(day), start),
  end: instantAt(asDay(day), end),
});
const hour = 60;
const travel = { before: 35, after: 40 };
const asPattern = (rota: RotaWeek[]): WeeklyPattern => ({ cycleWeeks: 1, slots: [], rota });
const care = (shifts: Piece[], by = travel): string => {
  const found = careFromShifts(shifts, by);
  return found.ok ? printHours(asPattern(found.rota)) : found.error;
};

describe("care for the hours of work", () => {
  it("travel is added, outward to five minutes, and a night belongs to the day it begins", () => {
    expect(
      care([shift("2026-11-24", 7 * hour + 12, 15 * hour), shift("2026-11-27", 21 * hour, 31 * hour)]),
    ).toBe("2026-11-23: mar 06:35-15:40; 2026-11-23: ven 20:25-07:40+1");
  });

  it("a shift soon after midnight needs care from the evening before, in the week before", () => {
    expect(care([shift("2026-11-23", 15, 6 * hour)])).toBe("2026-11-16: dim 23:40-06:40+1");
  });

  it("two shifts with no time to go home between them are one stay; a week without work is given as such", () => {
    const split = [shift("2026-11-23", 8 * hour, 12 * hour), shift("2026-11-23", 13 * hour, 17 * hour)];
    expect(care([...split, shift("2026-12-07", 8 * hour, 12 * hour)])).toBe(
      "2026-11-23: lun 07:25-17:40; 2026-11-30: -; 2026-12-07: lun 07:25-12:40",
    );
    expect(care(split, { before: 0, after: 0 })).toBe("2026-11-23: lun 08:00-12:00 13:00-17:00");
  });

  it("a night keeps its hours on the clocks through both changes", () => {
    expect(care([shift("2026-10-24", 21 * hour, 31 * hour)])).toBe("2026-10-19: sam 20:25-07:40+1");
    expect(care([shift("2027-03-27", 21 * hour, 31 * hour)])).toBe("2027-03-22: sam 20:25-07:40+1");
  });

  it("work that ends the second time the clocks show 2:30 needs care until 3:00", () => {
    const until = { start: instantAt(asDay("2026-10-24"), 1320), end: new Date("2026-10-25T01:30:00Z") };
    expect(care([until], { before: 0, after: 0 })).toBe("2026-10-19: sam 22:00-03:00+1");
  });

  it("more than a day in one go is refused, and the shift is named", () => {
    const long = shift("2026-11-24", 8 * hour, 31 * hour);
    const found = careFromShifts([shift("2026-11-23", 480, 720), long], travel);
    expect(found).toEqual({ ok: false, error: "tooLong", shift: long });
    expect(care([long], { before: 30, after: 30 })).toBe("2026-11-23: mar 07:30-07:30+1");
  });

  it("no shift makes no rota, and more than a year of weeks is refused", () => {
    expect(careFromShifts([], travel)).toEqual({ ok: true, rota: [] });
    expect(care([shift("2026-11-23", 480, 720), shift("2027-12-27", 480, 720)])).toBe("tooManyWeeks");
  });

  it("each shift and its travel lie within one stay of the rota, which never overlaps itself", () => {
    const anyShifts = fc.array(
      fc
        .tuple(fc.nat(59), fc.nat(1439), fc.integer({ min: 1, max: 600 }))
        .map(([day, start, length]): Piece => {
          const begins = instantAt(addDays(asDay("2026-10-05"), day), start);
          return { start: begins, end: new Date(begins.getTime() + length * 60_000) };
        }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(anyShifts, fc.nat(60), fc.nat(60), (shifts, before, after) => {
        const found = careFromShifts(shifts, { before, after });
        if (!found.ok) return;
        const pattern = asPattern(found.rota);
        expect(overlapInRota(pattern)).toBeNull();
        const stays = staysOf(pattern, asDay("2026-09-28"), asDay("2026-12-20"));
        let needed = 0;
        for (const { start, end } of shifts) {
          const from = start.getTime() - before * 60_000;
          const to = end.getTime() + after * 60_000;
          needed += (to - from) / 60_000;
          expect(stays.some((stay) => stay.start.getTime() <= from && to <= stay.end.getTime())).toBe(true);
        }
        const given = stays.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
        // Five minutes more on either side, and the hour that October repeats.
        expect(given).toBeLessThanOrEqual(needed + 10 * shifts.length + 120);
      }),
    );
  });
});

describe("a rota that repeats", () => {
  const weeksOf = (pattern: WeeklyPattern, first: string, count: number): RotaWeek[] =>
    Array.from({ length: count }, (_, week) => {
      const monday = addDays(asDay(first), 7 * week);
      const slots = slotsOfWeek(pattern, monday).map(({ weekday, start, end }) => ({ weekday, start, end }));
      return { monday, slots };
    });

  it("is proposed as the pattern it repeats, once seen twice", () => {
    const read = parseHours("1/3: lun 06:00-14:00; 2/3: mer 13:00-21:00");
    if (!read.ok) throw new Error(read.problem.code);
    expect(cycleOf(weeksOf(read.pattern, "2026-11-23", 6))).toEqual(read.pattern);
    expect(cycleOf(weeksOf(read.pattern, "2026-11-23", 5))).toBeNull();
  });

  it("gives the same hours every week, in as few weeks as can be", () => {
    fc.assert(
      fc.property(anyCycle, fc.nat(20), fc.nat(8), (pattern, shift, more) => {
        const first = addDays(asDay("2026-09-07"), 7 * shift);
        const rota = weeksOf(pattern, first, 2 * pattern.cycleWeeks + more);
        const cycle = cycleOf(rota)!;
        expect(cycle.cycleWeeks).toBeLessThanOrEqual(pattern.cycleWeeks);
        expect(weeksOf(cycle, first, rota.length)).toEqual(rota);
      }),
    );
  });

  it("is none when one week differs, is missing, or nothing is worked", () => {
    const monday = { weekday: 1 as const, start: 480, end: 1080 };
    const week = (day: string, ...slots: RotaWeek["slots"]): RotaWeek => ({ monday: asDay(day), slots });
    expect(cycleOf([week("2026-11-23", monday), week("2026-11-30", monday)])).not.toBeNull();
    expect(cycleOf([week("2026-11-23", monday), week("2026-11-30", { ...monday, end: 1085 })])).toBeNull();
    expect(cycleOf([week("2026-11-23", monday), week("2026-12-07", monday)])).toBeNull();
    expect(cycleOf([week("2026-11-23"), week("2026-11-30")])).toBeNull();
    expect(cycleOf([])).toBeNull();
  });
});
