import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountedRow, maskedKinds, mayShow } from "#app/observatory/rules/disclosure.ts";

const rows = (counts: Record<string, number>): CountedRow[] =>
  Object.entries(counts).map(([kind, count]) => ({ kind, counts: [count] }));
const masked = (counts: Record<string, number>): string[] => [...maskedKinds(rows(counts), 5)].sort();

describe("a table by kind", () => {
  it("masks nothing when every count reaches the threshold", () => {
    expect(masked({ nursery: 5, afterSchool: 900 })).toEqual([]);
  });

  it("masks a small kind together with the next smallest, so that no subtraction finds it", () => {
    expect(masked({ micro: 3, family: 40, nursery: 900 })).toEqual(["family", "micro"]);
  });

  it("masks zero as well: it would say that nobody is there", () => {
    expect(masked({ micro: 0, family: 40, nursery: 900 })).toEqual(["family", "micro"]);
  });

  it("goes on while what the masked kinds add up to is itself too small", () => {
    expect(masked({ micro: 1, family: 2, dropIn: 12, nursery: 900 })).toEqual(["dropIn", "family", "micro"]);
  });

  it("masks a kind that is one facility only: its figures are below the town", () => {
    const table: CountedRow[] = [
      ...rows({ dropIn: 30, nursery: 900 }),
      { kind: "family", counts: [45], alone: true },
    ];
    expect([...maskedKinds(table, 5)].sort()).toEqual(["dropIn", "family"]);
  });

  it("masks a row for all its measures as soon as one of them is too small", () => {
    const table = [
      { kind: "nursery", counts: [300, 4] },
      { kind: "afterSchool", counts: [200, 80] },
    ];
    expect([...maskedKinds(table, 5)].sort()).toEqual(["afterSchool", "nursery"]);
  });
});

const tables = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{3,6}$/), fc.nat(40), fc.nat(40), fc.boolean()), {
    selector: ([kind]) => kind,
    maxLength: 7,
  })
  .map((all) => all.map(([kind, one, other, alone]): CountedRow => ({ kind, counts: [one, other], alone })));

describe("whatever the table", () => {
  it("no shown count is under the threshold, and no shown row is a single facility", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = maskedKinds(table, 5);
        for (const row of table.filter(({ kind }) => !hidden.has(kind))) {
          expect(mayShow(row.counts, 5)).toBe(true);
          expect(row.alone).not.toBe(true);
        }
      }),
    );
  });

  it("the total minus the shown rows never gives one kind, nor a number under the threshold, unless all is masked", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const hidden = table.filter(({ kind }) => maskedKinds(table, 5).has(kind));
        if (hidden.length === 0 || hidden.length === table.length) return;
        expect(hidden.length).toBeGreaterThan(1);
        for (const measure of [0, 1])
          expect(hidden.reduce((sum, { counts }) => sum + counts[measure]!, 0)).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it("the order of the rows does not change the mask", () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(maskedKinds(table.toReversed(), 5)).toEqual(maskedKinds(table, 5));
      }),
    );
  });
});
