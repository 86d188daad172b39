import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, addDays, asDay } from "#app/calendar/rules/day.ts";
import { type HeldPeriod, firstOverlap, staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { parseHours } from "#app/calendar/rules/hours-text.ts";
import { type WeeklyPattern, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";

export const hours = (text: string): WeeklyPattern => {
  const read = parseHours(text);
  if (!read.ok) throw new Error(read.problem.code);
  return read.pattern;
};

const period = (text: string, startOn = "2026-12-07", endOn: string | null = null): HeldPeriod => ({
  pattern: hours(text),
  startOn: asDay(startOn),
  endOn: endOn as CalendarDay | null,
});

describe("hours of two contracts", () => {
  it("of the same week meet at the first minute they share", () => {
    expect(firstOverlap(period("lun-ven 8h-18h"), period("mer 12h-19h"))).toEqual({
      day: "2026-12-09",
      start: 720,
      end: 1080,
    });
  });
  it("that touch, end against start, do not meet", () => {
    expect(staysOverlap(period("lun 8h-12h"), period("lun 12h-18h"))).toBe(false);
  });
  it("of weeks A and B never meet", () => {
    expect(staysOverlap(period("A lun 8h-18h"), period("B lun 8h-18h"))).toBe(false);
  });
  it("of a night meet the next morning, from Sunday to Monday too", () => {
    const morning = period("lun 6h-12h");
    expect(firstOverlap(period("dim 22h-7h+1"), morning)).toEqual({
      day: "2026-12-14",
      start: 360,
      end: 420,
    });
    expect(staysOverlap(period("dim 22h-6h+1"), morning)).toBe(false);
  });
  it("of the last night and the first morning meet although the days follow each other", () => {
    const night = period("lun-dim 22h-6h+1", "2026-12-01", "2026-12-10");
    expect(staysOverlap(night, period("lun-ven 5h-12h", "2026-12-11"))).toBe(true);
    expect(staysOverlap(night, period("lun-ven 6h-12h", "2026-12-11"))).toBe(false);
  });
  it("of a given week meet only in that week", () => {
    const rota = period("A lun 8h-10h; 2026-12-14: jeu 8h-18h");
    expect(firstOverlap(rota, period("jeu 9h-10h"))?.day).toBe("2026-12-17");
    expect(staysOverlap(rota, period("jeu 9h-10h", "2026-12-21"))).toBe(false);
  });
});

const monday = asDay("2026-12-07");
const slot = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 0, max: 47 }),
    length: fc.integer({ min: 1, max: 48 }),
  })
  .map(({ weekday, start, length }) => ({ weekday, start: start * 30, end: (start + length) * 30 }));
export const anyPeriod = (from: CalendarDay = monday): fc.Arbitrary<HeldPeriod> =>
  fc
    .record({
      cycleWeeks: fc.integer({ min: 1, max: 4 }),
      slots: fc.array(fc.record({ week: fc.nat(), slot }), { minLength: 1, maxLength: 2 }),
      given: fc.option(
        fc.record({ week: fc.integer({ min: 0, max: 5 }), slots: fc.array(slot, { maxLength: 1 }) }),
      ),
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ cycleWeeks, slots, given, start, length }): HeldPeriod => {
      const startOn = addDays(from, start);
      const pattern = {
        cycleWeeks,
        slots: slots.map(({ week, slot: each }) => ({ week: week % cycleWeeks, ...each })),
        ...(given && { rota: [{ monday: addDays(from, 7 * given.week), slots: given.slots }] }),
      } as WeeklyPattern;
      return { pattern, startOn, endOn: addDays(startOn, length) };
    });

/** Every half hour of a period, one by one. */
export function halfHours({ pattern, startOn, endOn }: HeldPeriod): Set<number> {
  const found = new Set<number>();
  for (let day = startOn; day <= endOn!; day = addDays(day, 1)) {
    const midnight = Date.parse(day) / 60_000;
    for (const { start, end } of slotsOn(pattern, day))
      for (let minute = start; minute < end; minute += 30) found.add(midnight + minute);
  }
  return found;
}

it("meet exactly when some half hour belongs to both, and alike either way round", () => {
  fc.assert(
    fc.property(anyPeriod(), anyPeriod(), (one, other) => {
      const taken = halfHours(other);
      const meet = [...halfHours(one)].some((each) => taken.has(each));
      expect(staysOverlap(one, other)).toBe(meet);
      expect(firstOverlap(other, one)).toEqual(firstOverlap(one, other));
    }),
    { numRuns: 300 },
  );
});
