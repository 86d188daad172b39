import { expect, it } from "vitest";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { clockChangeNights } from "#app/requests/rules/clock-change-nights.ts";

const saturdayNights: WeeklyPattern = {
  cycleWeeks: 1,
  slots: [{ week: 0, weekday: 6, start: 1320, end: 1800 }],
};

it("the two nights of the year that the clocks change are said, with their true length", () => {
  expect(clockChangeNights(saturdayNights, "2026-11-02" as CalendarDay)).toEqual([
    { day: "2027-03-27", nominal: 480, minutes: 420 },
    { day: "2027-10-30", nominal: 480, minutes: 540 },
  ]);
});

it("of a rota only those that are worked", () => {
  const rota = [
    { monday: "2026-10-19" as CalendarDay, slots: [{ weekday: 6 as const, start: 1320, end: 1800 }] },
  ];
  const pattern = { cycleWeeks: 1, slots: [], rota };
  expect(clockChangeNights(pattern, "2026-10-05" as CalendarDay)).toEqual([
    { day: "2026-10-24", nominal: 480, minutes: 540 },
  ]);
  expect(clockChangeNights(pattern, "2026-10-26" as CalendarDay)).toEqual([]);
  const days: WeeklyPattern = { cycleWeeks: 1, slots: [{ week: 0, weekday: 1, start: 480, end: 1080 }] };
  expect(clockChangeNights(days, "2026-10-05" as CalendarDay)).toEqual([]);
});
