import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, asDay, daysFrom } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, minutesBetween } from "#app/calendar/rules/instant.ts";
import { stayByBand } from "#app/calendar/rules/stay-bands.ts";
import { type Piece, splitByDay, splitBySpans, staysOverlap } from "#app/calendar/rules/stay-pieces.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { anyDay } from "./arbitraries.ts";

const changes = fc.constantFrom(...["2026-10-24", "2026-10-25", "2027-03-27", "2027-03-28"].map(asDay));
const anyStay: fc.Arbitrary<Piece> = fc
  .tuple(fc.oneof(anyDay, changes), fc.nat(1439), fc.nat(2880))
  .map(([day, start, length]) => ({ start: instantAt(day, start), end: instantAt(day, start + length) }));
/** Around the same two days, so that they often meet. */
const nearStay: fc.Arbitrary<Piece> = fc.tuple(fc.nat(2880), fc.nat(1440)).map(([start, length]) => ({
  start: instantAt(asDay("2026-10-24"), start),
  end: instantAt(asDay("2026-10-24"), start + length),
}));

const minutesOf = (pieces: Piece[]): number =>
  pieces.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);

describe("a stay in pieces", () => {
  it("by day, no minute is made or lost, and each piece lies in its day", () => {
    fc.assert(
      fc.property(anyStay, (stay) => {
        const pieces = splitByDay(stay);
        expect(minutesOf(pieces)).toBe(minutesOf([stay]));
        for (const { day, start, end } of pieces) {
          expect(dayOf(start)).toBe(day);
          expect(end <= instantAt(addDays(day, 1), 0)).toBe(true);
          expect(start < end).toBe(true);
        }
        expect(new Set(pieces.map(({ day }) => day)).size).toBe(pieces.length);
      }),
    );
  });

  it("by spans, every minute is inside or outside, once", () => {
    fc.assert(
      fc.property(nearStay, fc.array(nearStay, { maxLength: 5 }), (stay, spans) => {
        const { inside, outside } = splitBySpans(stay, spans);
        expect(minutesOf(inside) + minutesOf(outside)).toBe(minutesOf([stay]));
        for (const piece of outside) expect(spans.some((span) => staysOverlap(piece, span))).toBe(false);
        for (const { start } of inside) {
          expect(spans.some((span) => span.start <= start && start < span.end)).toBe(true);
        }
        const all = [...inside, ...outside].sort((a, b) => a.start.getTime() - b.start.getTime());
        for (const [at, { start }] of all.entries()) {
          expect(start).toEqual(at === 0 ? stay.start : all[at - 1]!.end);
        }
      }),
    );
  });

  it("by band and then by day, the hours are those of the whole stay", () => {
    const bands: TimeBands = {
      ordinary: [{ weekdays: [1, 2, 3, 4, 5], start: 420, end: 1140 }],
      night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: 1320, end: 1800 }],
    };
    fc.assert(
      fc.property(anyStay, (stay) => {
        const whole = stayByBand(stay, bands);
        const days = splitByDay(stay).map((piece) => stayByBand(piece, bands));
        for (const key of ["total", "ordinary", "atypical", "night"] as const) {
          expect(days.reduce((sum, each) => sum + each[key], 0)).toBe(whole[key]);
        }
        const nights = daysFrom(addDays(dayOf(stay.start), -1), dayOf(stay.end)).map((day) => ({
          start: instantAt(day, 1320),
          end: instantAt(day, 1800),
        }));
        expect(minutesOf(splitBySpans(stay, nights).inside)).toBe(whole.night);
      }),
    );
  });

  it("overlap does not depend on who is named first, and follows from a common minute", () => {
    fc.assert(
      fc.property(nearStay, nearStay, (a, b) => {
        expect(staysOverlap(a, b)).toBe(staysOverlap(b, a));
        expect(staysOverlap(a, b)).toBe(minutesOf(splitBySpans(a, [b]).inside) > 0);
      }),
    );
  });

  it("one who leaves when the other comes does not overlap", () => {
    const at = (hour: number): Date => instantAt(asDay("2026-11-23"), hour * 60);
    expect(staysOverlap({ start: at(8), end: at(12) }, { start: at(12), end: at(18) })).toBe(false);
    expect(staysOverlap({ start: at(8), end: at(13) }, { start: at(12), end: at(18) })).toBe(true);
  });

  it("the October night of 22:00 to 6:00 is two hours of Saturday and seven of Sunday", () => {
    const day = asDay("2026-10-24");
    const pieces = splitByDay({ start: instantAt(day, 1320), end: instantAt(day, 1800) });
    expect(pieces.map(({ day, ...piece }) => [day, minutesOf([piece]) / 60])).toEqual([
      ["2026-10-24", 2],
      ["2026-10-25", 7],
    ]);
  });
});
