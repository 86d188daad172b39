import fc from "fast-check";
import { expect, test } from "vitest";
import { hideSmall } from "#app/commission/rules/meeting-figures.ts";

test("A count hidden alone takes the smallest of the others with it", () => {
  expect(hideSmall([12, 3, 7], 5)).toEqual([12, null, null]);
  expect(hideSmall([12, 3, 2], 5)).toEqual([12, null, null]);
  expect(hideSmall([12, 7], 5)).toEqual([12, 7]);
});

test("No count under the smallest is shown, nor can one be worked out from the total", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 8 }), (counts) => {
      const shown = hideSmall(counts, 5);
      const hidden = counts.filter((_, at) => shown[at] === null);
      expect(shown.every((count) => count === null || count >= 5)).toBe(true);
      // What is hidden adds up to more than one count that is not nought, or to nothing.
      expect(hidden.filter((count) => count > 0).length === 1 && counts.some((count) => count >= 5)).toBe(
        false,
      );
    }),
  );
});
