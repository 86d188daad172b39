import { expect, it } from "vitest";
import { bandClock } from "#app/attendance/rules/band-clock.ts";
import { byDay, byMonth, byWeekdayHalfHour, sumOf } from "#app/attendance/rules/series-sums.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { october, seriesOf, stay, townBands } from "./series.ts";

const nightOfTheChange = stay("2026-10-24", 1320, 1800);

it("a night is seen on both its days: two hours, then seven on the day of twenty-five", () => {
  const { clock, minutes } = seriesOf([nightOfTheChange]);
  const days = byDay(clock, minutes.booked).filter((each) => each.minutes > 0);
  expect(days).toEqual([
    { day: "2026-10-24", minutes: 120 },
    { day: "2026-10-25", minutes: 420 },
  ]);
});

it("months add up to the period", () => {
  const clock = quarterHours(asDay("2026-10-01"), asDay("2026-11-30"));
  const { minutes } = seriesOf([nightOfTheChange, stay("2026-10-31", 1320, 1800)], { clock });
  expect([...byMonth(clock, minutes.booked)]).toEqual([
    ["2026-10", 660],
    ["2026-11", 360],
  ]);
});

it("half-hours of the week add up too; the hour lived twice counts twice", () => {
  const { clock, minutes } = seriesOf([nightOfTheChange]);
  const week = byWeekdayHalfHour(clock, minutes.booked);
  expect(week.flat().reduce((sum, each) => sum + each, 0)).toBe(sumOf(minutes.booked));
  expect(week[5]!.slice(42, 48)).toEqual([0, 0, 30, 30, 30, 30]);
  expect(week[6]!.slice(0, 13)).toEqual([30, 30, 30, 30, 60, 60, 30, 30, 30, 30, 30, 30, 0]);
});

it("bands of the town that cut a quarter hour are refused: minutes could not be told apart", () => {
  const ordinary = [{ weekdays: townBands.ordinary[0]!.weekdays, start: 425, end: 1140 }];
  expect(() => bandClock(october, { ...townBands, ordinary })).toThrow(RangeError);
});
