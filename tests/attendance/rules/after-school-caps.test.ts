import { expect, it } from "vitest";
import { cappedDay, cappedSpans } from "#app/attendance/rules/after-school-caps.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { ms, wednesdayCaps } from "./series.ts";

const wednesday = "2026-10-07";
const spans = (day: string, ...hours: [number, number][]) =>
  hours.map(([start, end]) => ({ childId: "lina", start: ms(day, start * 60), end: ms(day, end * 60) }));
const hoursOf = (found: { start: number; end: number }[]): number =>
  found.reduce((sum, { start, end }) => sum + (end - start) / 3_600_000, 0);

it("a Wednesday of eleven hours with its meal counts nine", () => {
  expect(
    hoursOf(cappedDay(asDay(wednesday), spans(wednesday, [7, 12], [12, 14], [14, 18]), wednesdayCaps)),
  ).toBe(9);
});

it("a morning of five hours counts four, and an afternoon of three counts three", () => {
  expect(hoursOf(cappedDay(asDay(wednesday), spans(wednesday, [7, 12]), wednesdayCaps))).toBe(4);
  expect(hoursOf(cappedDay(asDay(wednesday), spans(wednesday, [7, 12], [14, 17]), wednesdayCaps))).toBe(7);
});

it("other days have no limit, and each child has its own", () => {
  const noe = spans(wednesday, [7, 12]).map((span) => ({ ...span, childId: "noe" }));
  const used = [...spans("2026-10-06", [7, 12]), ...spans(wednesday, [7, 12]), ...noe];
  expect(hoursOf(cappedSpans(used, wednesdayCaps))).toBe(5 + 4 + 4);
});
