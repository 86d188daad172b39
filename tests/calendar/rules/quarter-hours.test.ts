import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay, daysBetween } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import {
  type Span,
  headsByQuarter,
  minutesByQuarter,
  quarterAt,
  quarterHours,
  spanAt,
} from "#app/calendar/rules/quarter-hours.ts";

const minute = 60_000;
const quarter = 15 * minute;
/** Three weeks that begin before a clock change, or anywhere in the year. */
const anyPeriod = fc
  .tuple(fc.constantFrom("2026-10-19", "2027-03-22", "2026-12-28").map(asDay), fc.nat(9), fc.nat(12))
  .map(([from, shift, days]) => quarterHours(addDays(from, shift), addDays(from, shift + days)));
/** On whole minutes, some of them beyond the period. */
const anySpans = (clock: { start: number; length: number }): fc.Arbitrary<Span[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -3000, max: clock.length * 15 + 1500 }), fc.integer({ min: 1, max: 4000 }))
      .map(([from, length]) => ({
        start: clock.start + from * minute,
        end: clock.start + (from + length) * minute,
      })),
    { maxLength: 12 },
  );
const anyUse = anyPeriod.chain((clock) => anySpans(clock).map((spans) => ({ clock, spans })));
const sum = (values: Iterable<number>): number => [...values].reduce((total, each) => total + each, 0);

describe("the quarter hours of real days", () => {
  it("a day has 96, 92 when the clocks go forward and 100 when they go back", () => {
    const of = (day: string): number => quarterHours(asDay(day), asDay(day)).length;
    expect([of("2026-11-23"), of("2027-03-28"), of("2026-10-25")]).toEqual([96, 92, 100]);
    const { midnights } = quarterHours(asDay("2026-10-24"), asDay("2026-10-26"));
    expect([...midnights]).toEqual([0, 96, 196, 292]);
  });

  it("a minute of a day is the instant when the town's clocks show it, every day of two years", () => {
    const [from, to] = [asDay("2026-01-01"), asDay("2027-12-31")];
    const clock = quarterHours(from, to);
    for (let index = 0; index <= daysBetween(from, to); index++) {
      for (const at of [0, 119, 120, 150, 180, 181, 479, 1320, 1440, 1560, 1800]) {
        const real = instantAt(addDays(from, index), at).getTime();
        expect(clock.start + quarterAt(clock, index, at) * quarter).toBeCloseTo(real, 3);
      }
    }
    expect(clock.start + quarterAt(clock, -1, 480) * quarter).toBe(
      instantAt(addDays(from, -1), 480).getTime(),
    );
  });

  it("minutes by quarter add up to the minutes of the spans within the period", () => {
    fc.assert(
      fc.property(anyUse, fc.integer({ min: 1, max: 3 }), ({ clock, spans }, weight) => {
        const end = clock.start + clock.length * quarter;
        const within = spans.map((span) =>
          Math.max(0, Math.min(span.end, end) - Math.max(span.start, clock.start)),
        );
        const minutes = minutesByQuarter(clock, spans, weight);
        expect(sum(minutes)).toBe((weight * sum(within)) / minute);
        expect(minutes.every((each) => each >= 0 && each <= 15 * weight * spans.length)).toBe(true);
      }),
    );
  });

  it("each quarter has the minutes that fall in it, and a head for each span that touches it", () => {
    fc.assert(
      fc.property(anyUse, ({ clock, spans }) => {
        const minutes = minutesByQuarter(clock, spans);
        const heads = headsByQuarter(clock, spans);
        for (let index = 0; index < clock.length; index++) {
          const [start, end] = [clock.start + index * quarter, clock.start + (index + 1) * quarter];
          const shares = spans
            .map((span) => Math.min(span.end, end) - Math.max(span.start, start))
            .filter((share) => share > 0);
          expect(minutes[index]).toBe(sum(shares) / minute);
          expect(heads[index]).toBe(shares.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("a night of 22:00 to 6:00 takes 32 quarters, 28 in March and 36 in October", () => {
    const taken = (day: string): number => {
      const clock = quarterHours(asDay(day), addDays(asDay(day), 1));
      return sum(headsByQuarter(clock, [spanAt(clock, 0, { start: 1320, end: 1800 })]));
    };
    expect([taken("2026-11-23"), taken("2027-03-27"), taken("2026-10-24")]).toEqual([32, 28, 36]);
  });
});
