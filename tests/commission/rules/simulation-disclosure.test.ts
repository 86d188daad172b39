import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tally } from "#app/commission/rules/simulation.ts";
import {
  type CountedRow,
  blocks,
  hiddenRows,
  isSmall,
  shownRows,
  shownTotal,
} from "#app/commission/rules/simulation-disclosure.ts";

const hidden = (counts: Record<string, number | number[]>): string[] =>
  [
    ...hiddenRows(
      Object.entries(counts).map(([key, count]): CountedRow => ({ key, counts: [count].flat() })),
      5,
    ),
  ].sort();

describe("rows that are hidden", () => {
  it("none when every count is zero or reaches the threshold", () => {
    expect(hidden({ borny: 5, sablon: 40, magny: 0 })).toEqual([]);
  });

  it("a small one takes another with it, so that no subtraction finds it", () => {
    expect(hidden({ borny: 3, sablon: 40, magny: 9 })).toEqual(["borny", "magny"]);
  });

  it("a row of zero would hide nothing: another one goes", () => {
    expect(hidden({ borny: 3, sablon: 40, magny: 0 })).toEqual(["borny", "sablon"]);
  });

  it("two small ones that add up to too few take a third", () => {
    expect(hidden({ borny: 1, sablon: 2, magny: 12, patrotte: 40 })).toEqual(["borny", "magny", "sablon"]);
  });

  it("all of them when the whole is itself too small", () => {
    expect(hidden({ borny: 1, sablon: 2, magny: 0 })).toEqual(["borny", "magny", "sablon"]);
  });
});

const tallies = fc
  .record({
    both: fc.nat(12),
    better: fc.nat(6),
    worse: fc.nat(6),
    onlyA: fc.nat(9),
    onlyB: fc.nat(9),
    neither: fc.nat(30),
  })
  .map(({ both, better, worse, onlyA, onlyB, neither }): Tally => ({
    asked: both + better + worse + onlyA + onlyB + neither,
    servedA: both + better + worse + onlyA,
    servedB: both + better + worse + onlyB,
    gains: better + onlyB,
    loses: worse + onlyA,
    halfHoursA: 10,
    halfHoursB: 10,
  }));
const tables = fc
  .array(tallies, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((tally, at) => ({ group: `g${at}`, tally })));
const measures = ["asked", "servedA", "servedB", "gains", "loses", "halfHoursA", "halfHoursB"] as const;
const totalOf = (rows: { tally: Tally }[]): Tally =>
  Object.fromEntries(
    measures.map((name) => [name, rows.reduce((sum, { tally }) => sum + tally[name], 0)]),
  ) as Tally;

describe("whatever the table", () => {
  it("nothing that is shown, in a row or beside it, counts from one to under the threshold", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const [at, { shown }] of shownRows(rows, 5).entries()) {
          const { tally } = rows[at]!;
          if (shown.asked !== null) expect(isSmall(shown.asked, 5)).toBe(false);
          for (const block of ["served", "moves"] as const)
            if (shown[block]) expect(blocks[block](tally).some((count) => isSmall(count, 5))).toBe(false);
        }
      }),
    );
  });

  it("what the hidden rows of a block add up to is never small, and never one row, when the whole is shown", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const total = totalOf(rows);
        const whole = shownTotal(total, 5);
        const shown = shownRows(rows, 5);
        for (const block of ["asked", "served", "moves"] as const) {
          const masked = rows.filter((_, at) => shown[at]!.shown[block] === null);
          if (whole[block] === null) continue;
          if (masked.length === 0) continue;
          // One row alone is the whole.
          if (rows.length > 1) expect(masked.length).toBeGreaterThan(1);
          const sums = blocks[block](totalOf(masked));
          expect(sums.some((count) => isSmall(count, 5))).toBe(false);
        }
      }),
    );
  });

  it("a row whose number of children is hidden shows nothing at all", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        for (const { shown } of shownRows(rows, 5))
          if (shown.asked === null) expect([shown.served, shown.moves]).toEqual([null, null]);
      }),
    );
  });

  it("a whole too small to be shown shows no row either", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const whole = shownTotal(totalOf(rows), 5);
        for (const block of ["asked", "served", "moves"] as const)
          if (whole[block] === null)
            for (const { shown } of shownRows(rows, 5)) expect(shown[block]).toBeNull();
      }),
    );
  });

  it("when all who move gain, who is served never tells how many of a hidden row do", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const oneWay = rows.map(({ group, tally }) => ({
          group,
          tally: { ...tally, loses: 0, gains: tally.gains, servedB: Math.max(tally.servedA, tally.servedB) },
        }));
        if (oneWay.every(({ tally }) => tally.gains === 0)) return;
        for (const { shown } of shownRows(oneWay, 5))
          if (shown.moves === null && shown.asked !== null) expect(shown.served).toBeNull();
      }),
    );
  });
});
