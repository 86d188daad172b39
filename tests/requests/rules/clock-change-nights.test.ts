import fc from "fast-check";
import { expect, it } from "vitest";
import { type CalendarDay, addDays, mondayOf, weekdayOf } from "#app/calendar/rules/day.ts";
import { instantAt, minutesBetween } from "#app/calendar/rules/instant.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { clockChangeNights } from "#app/requests/rules/clock-change-nights.ts";
import { clockChanges } from "#app/requests/rules/clock-changes.ts";

const saturdayNights: WeeklyPattern = {
  cycleWeeks: 1,
  slots: [{ week: 0, weekday: 6, start: 1320, end: 1800 }],
};

const changes = clockChanges("2026-01-01" as CalendarDay, "2028-12-31" as CalendarDay);

it("the clocks skip an hour in March, and show one twice in October", () => {
  expect(changes.slice(0, 2)).toEqual([
    { day: "2026-03-29", start: 120, end: 180, forward: true },
    { day: "2026-10-25", start: 120, end: 180, forward: false },
  ]);
  expect(changes).toHaveLength(6);
});

it("any stay lasts as long as between its two instants", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...changes),
      fc.nat(1),
      fc.nat(1439),
      fc.integer({ min: 1, max: 1440 }),
      (change, before, start, length) => {
        const day = addDays(change.day, -before);
        const slots = [{ weekday: weekdayOf(day), start, end: start + length }];
        const pattern = { cycleWeeks: 1, slots: [], rota: [{ monday: mondayOf(day), slots }] };
        const [night] = clockChangeNights(pattern, addDays(day, -1), changes);
        const real = minutesBetween(instantAt(day, start), instantAt(day, start + length));
        expect(night?.minutes ?? length).toBe(real);
      },
    ),
  );
});

it("the two nights of the year that the clocks change are said, with their true length", () => {
  expect(clockChangeNights(saturdayNights, "2026-11-02" as CalendarDay, changes)).toEqual([
    { day: "2027-03-27", nominal: 480, minutes: 420 },
    { day: "2027-10-30", nominal: 480, minutes: 540 },
  ]);
});

it("of a rota only those that are worked", () => {
  const rota = [
    { monday: "2026-10-19" as CalendarDay, slots: [{ weekday: 6 as const, start: 1320, end: 1800 }] },
  ];
  const pattern = { cycleWeeks: 1, slots: [], rota };
  expect(clockChangeNights(pattern, "2026-10-05" as CalendarDay, changes)).toEqual([
    { day: "2026-10-24", nominal: 480, minutes: 540 },
  ]);
  expect(clockChangeNights(pattern, "2026-10-26" as CalendarDay, changes)).toEqual([]);
  const days: WeeklyPattern = { cycleWeeks: 1, slots: [{ week: 0, weekday: 1, start: 480, end: 1080 }] };
  expect(clockChangeNights(days, "2026-10-05" as CalendarDay, changes)).toEqual([]);
});
