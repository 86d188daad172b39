import fc from "fast-check";
import { expect, it } from "vitest";
import { cafRates, rateOf } from "#app/attendance/rules/caf-rates.ts";

const hours = (value: number): number => value * 60;

it("25 places × 11 h × 220 days, 46,000 h billed, 41,800 h done: 76.03 %, 69.09 % and 110.05 %", () => {
  const capacity = hours(25 * 11 * 220);
  expect(capacity).toBe(hours(60_500));
  const rates = cafRates({
    capacity,
    booked: hours(44_000),
    realised: hours(41_800),
    billed: hours(46_000),
    unknown: hours(100),
  });
  expect(rates.financial).toEqual({
    ...{ numerator: hours(46_000), denominator: hours(60_500), unknown: 0 },
    percent: 7603,
  });
  expect(rates.real).toMatchObject({ percent: 6909, unknown: hours(100) });
  expect(rates.billing).toMatchObject({ percent: 11_005, unknown: hours(100) });
  expect(rates.attendance.percent).toBe(9500);
});

it("a half is rounded up, and nothing over nothing is no rate", () => {
  expect(rateOf(1, 20_000).percent).toBe(1);
  expect(rateOf(1, 20_001).percent).toBe(0);
  expect(rateOf(0, 0).percent).toBeNull();
});

it("is the nearest hundredth of a percent, whatever the numbers", () => {
  const minutes = fc.integer({ min: 1, max: 2 ** 36 });
  fc.assert(
    fc.property(minutes, minutes, (numerator, denominator) => {
      const twice = 2n * BigInt(rateOf(numerator, denominator).percent!) * BigInt(denominator);
      const gap = 20_000n * BigInt(numerator) - twice;
      expect(gap >= -BigInt(denominator) && gap < BigInt(denominator)).toBe(true);
    }),
  );
});
