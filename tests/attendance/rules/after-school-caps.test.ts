import { expect, it } from "vitest";
import { cappedSpans } from "#app/attendance/rules/after-school-caps.ts";
import { ms, october, wednesdayCaps } from "./series.ts";

const wednesday = "2026-10-07";
const used = (day: string, ...hours: [number, number][]) =>
  hours.map(([start, end]) => ({ childId: "lina", start: ms(day, start * 60), end: ms(day, end * 60) }));
const hoursOf = (spans: ReturnType<typeof used>): number =>
  cappedSpans(october, spans, wednesdayCaps).reduce(
    (sum, { start, end }) => sum + (end - start) / 3_600_000,
    0,
  );

it("a Wednesday of eleven hours with its meal counts nine", () => {
  expect(hoursOf(used(wednesday, [7, 12], [12, 14], [14, 18]))).toBe(9);
});

it("a morning of five hours counts four, and an afternoon of three counts three", () => {
  expect(hoursOf(used(wednesday, [7, 12]))).toBe(4);
  expect(hoursOf(used(wednesday, [7, 12], [14, 17]))).toBe(7);
});

it("Wednesdays are found after the clocks have gone back too", () => {
  expect(hoursOf(used("2026-10-28", [7, 12]))).toBe(4);
  expect(hoursOf(used("2026-10-27", [7, 12]))).toBe(5);
});

it("other days have no limit, and each child has its own", () => {
  const noe = used(wednesday, [7, 12]).map((span) => ({ ...span, childId: "noe" }));
  expect(hoursOf([...used("2026-10-06", [7, 12]), ...used(wednesday, [7, 12]), ...noe])).toBe(5 + 4 + 4);
});
