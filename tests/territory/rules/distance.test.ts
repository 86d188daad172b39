import { expect, it } from "vitest";
import { kilometres } from "#app/territory/rules/distance.ts";

it("measures a town as the crow flies", () => {
  const [cathedral, station] = [
    { longitude: 6.1757, latitude: 49.1203 },
    { longitude: 6.1773, latitude: 49.1095 },
  ];
  expect(kilometres(cathedral, station)).toBeCloseTo(1.2, 1);
  expect(kilometres(cathedral, cathedral)).toBe(0);
  // A degree of longitude is shorter than one of latitude.
  expect(kilometres({ longitude: 6, latitude: 49 }, { longitude: 7, latitude: 49 })).toBeCloseTo(73, 0);
});
