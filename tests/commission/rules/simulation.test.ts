import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Placing,
  type SimulatedChild,
  changeFor,
  movesOf,
  tallyBy,
  tallyOf,
} from "#app/commission/rules/simulation.ts";
import { type SimulatedGroups, dimensions } from "#app/commission/rules/simulation-groups.ts";

const groups = Object.fromEntries(dimensions.map((each) => [each, "one"])) as SimulatedGroups;
const placed = (wishRank: number, values: Partial<Placing> = {}): Placing => ({
  wishRank,
  partial: false,
  halfHours: 80,
  ...values,
});
const aChild = (
  a: Placing | null,
  b: Placing | null,
  values: Partial<SimulatedChild> = {},
): SimulatedChild => ({
  groups,
  fewerDaysFirst: false,
  a,
  b,
  ...values,
});

describe("who gains and who loses", () => {
  it("a place instead of none is a gain, none instead of a place a loss", () => {
    expect(changeFor(aChild(null, placed(3)))).toBeGreaterThan(0);
    expect(changeFor(aChild(placed(3), null))).toBeLessThan(0);
    expect(changeFor(aChild(null, null))).toBe(0);
  });

  it("a place higher among the wishes is a gain", () => {
    expect(changeFor(aChild(placed(2), placed(1)))).toBeGreaterThan(0);
    expect(changeFor(aChild(placed(1), placed(2)))).toBeLessThan(0);
    expect(changeFor(aChild(placed(2), placed(2)))).toBe(0);
  });

  it("fewer days at a better wish are a gain for the family that put them first, a loss for the others", () => {
    const fewer = placed(1, { partial: true, halfHours: 40 });
    expect(changeFor(aChild(placed(2), fewer))).toBeLessThan(0);
    expect(changeFor(aChild(placed(2), fewer, { fewerDaysFirst: true }))).toBeGreaterThan(0);
  });

  it("more days of the same wish are a gain", () => {
    const two = placed(1, { partial: true, halfHours: 32 });
    const three = placed(1, { partial: true, halfHours: 48 });
    expect(changeFor(aChild(two, three))).toBeGreaterThan(0);
  });
});

const placing = fc.option(
  fc.record({
    wishRank: fc.integer({ min: 1, max: 5 }),
    partial: fc.boolean(),
    halfHours: fc.integer({ min: 1, max: 120 }),
  }),
);
const children = fc.array(
  fc.record({
    groups: fc.record(
      Object.fromEntries(dimensions.map((each) => [each, fc.constantFrom("one", "two", "three")])),
    ),
    fewerDaysFirst: fc.boolean(),
    a: placing,
    b: placing,
  }),
  { maxLength: 60 },
) as fc.Arbitrary<SimulatedChild[]>;

describe("whatever the demand", () => {
  it("the two grids the other way round: who gained loses, and who lost gains", () => {
    fc.assert(
      fc.property(children, (all) => {
        const one = tallyOf(all);
        const other = tallyOf(all.map(({ a, b, ...child }) => ({ ...child, a: b, b: a })));
        expect([other.gains, other.loses]).toEqual([one.loses, one.gains]);
        expect([other.servedA, other.servedB]).toEqual([one.servedB, one.servedA]);
      }),
    );
  });

  it("the same grid twice: nobody moves", () => {
    fc.assert(
      fc.property(children, (all) => {
        const { gains, loses, servedA, servedB } = tallyOf(all.map((child) => ({ ...child, b: child.a })));
        expect([gains, loses, servedA]).toEqual([0, 0, servedB]);
      }),
    );
  });

  it("every group adds up to the whole, and every move is of one kind", () => {
    fc.assert(
      fc.property(children, (all) => {
        const whole = tallyOf(all);
        for (const dimension of dimensions) {
          const rows = tallyBy(all, dimension);
          for (const measure of ["asked", "servedA", "servedB", "gains", "loses"] as const)
            expect(rows.reduce((sum, { tally }) => sum + tally[measure], 0)).toBe(whole[measure]);
        }
        const moves = movesOf(all);
        expect(moves.gainsPlace + moves.gainsBetter).toBe(whole.gains);
        expect(moves.losesPlace + moves.losesWorse).toBe(whole.loses);
      }),
    );
  });
});
