import { expect, it } from "vitest";
import { isSameChild } from "#app/families/rules/same-child.ts";

const lea = { firstName: "Léa", birthDay: "2025-03-01", expectedOn: null };

it("knows a child again by its name and its day", () => {
  expect(isSameChild(lea, { ...lea, firstName: " lea" })).toBe(true);
  expect(isSameChild(lea, { ...lea, firstName: "Zoé" })).toBe(false);
  expect(isSameChild(lea, { ...lea, birthDay: "2025-03-02" })).toBe(false);
});

it("knows an expected child by the due day alone: it may not have a name yet", () => {
  const expected = { firstName: "", birthDay: null, expectedOn: "2027-01-10" };
  expect(isSameChild(expected, { ...expected, firstName: "Noé" })).toBe(true);
});
