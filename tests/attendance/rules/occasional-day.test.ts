import { expect, it } from "vitest";
import { withoutOwn } from "#app/attendance/rules/occasional-day.ts";
import { asDay } from "#app/calendar/rules/day.ts";

it("leaves out of a day what the child has already, here or elsewhere", () => {
  const day = {
    day: asDay("2026-09-17"),
    free: [],
    runs: [
      { start: 420, end: 720 },
      { start: 780, end: 1140 },
    ],
    halfHours: [],
    oneTouch: [
      { part: "morning" as const, start: 480, end: 720 },
      { part: "afternoon" as const, start: 810, end: 1050 },
    ],
  };
  const shown = withoutOwn(day, [
    { start: 540, end: 600 },
    { start: 700, end: 810 },
  ]);
  expect(shown.runs).toEqual([
    { start: 420, end: 540 },
    { start: 600, end: 700 },
    { start: 810, end: 1140 },
  ]);
  expect(shown.oneTouch.map(({ part }) => part)).toEqual(["afternoon"]);
  expect(withoutOwn(day, [])).toEqual(day);
});
