import fc from "fast-check";
import { expect, test } from "vitest";
import { shownParts } from "#app/commission/rules/meeting-figures.ts";

test("A small count is hidden among enough others for nobody to find it from the total; none is shown", () => {
  expect(shownParts([12, 3, 7], 5)).toEqual([12, null, null]);
  expect(shownParts([1, 2, 20], 5)).toEqual([null, null, null]);
  expect(shownParts([12, 3, 2], 5)).toEqual([12, null, null]);
  expect(shownParts([12, 7, 0], 5)).toEqual([12, 7, 0]);
});

test("No count under the smallest is shown, and what is hidden adds up to as many as that", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), (counts) => {
      const shown = shownParts(counts, 5);
      expect(shown.every((count) => count === null || count === 0 || count >= 5)).toBe(true);
      const sum = (all: readonly number[]): number => all.reduce((total, count) => total + count, 0);
      const hidden = counts.filter((_, at) => shown[at] === null);
      expect(hidden.length === 0 || sum(hidden) >= 5 || hidden.length === counts.length).toBe(true);
      expect(hidden.length === 1 && counts.length > 1).toBe(false);
    }),
  );
});
