// A series summed for a screen: a total, days, months, half-hours of the week.
import { type CalendarDay, addDays, monthOf, weekdayOf } from "#app/calendar/rules/day.ts";
import { minuteOf } from "#app/calendar/rules/instant.ts";
import { type QuarterHours, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";

export function sumOf(minutes: Int32Array, from = 0, to = minutes.length): number {
  let sum = 0;
  for (let quarter = from; quarter < to; quarter++) sum += minutes[quarter]!;
  return sum;
}

export function byDay(clock: QuarterHours, minutes: Int32Array): { day: CalendarDay; minutes: number }[] {
  return Array.from({ length: clock.midnights.length - 1 }, (_, index) => ({
    day: addDays(clock.from, index),
    minutes: sumOf(minutes, clock.midnights[index], clock.midnights[index + 1]),
  }));
}

/** "2026-11" and its minutes, in order. */
export function byMonth(clock: QuarterHours, minutes: Int32Array): Map<string, number> {
  const months = new Map<string, number>();
  for (const { day, minutes: ofDay } of byDay(clock, minutes)) {
    months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + ofDay);
  }
  return months;
}

const halfHours = 48;

/** Minutes by weekday (Monday first), then half-hour of the town's clocks: an hour lived twice counts twice there. */
export function byWeekdayHalfHour(clock: QuarterHours, minutes: Int32Array): number[][] {
  const week = Array.from({ length: 7 }, () => new Array<number>(halfHours).fill(0));
  for (let index = 0; index + 1 < clock.midnights.length; index++) {
    const row = week[weekdayOf(addDays(clock.from, index)) - 1]!;
    const [midnight, next] = [clock.midnights[index]!, clock.midnights[index + 1]!];
    for (let quarter = midnight; quarter < next; quarter++) {
      if (minutes[quarter] === 0) continue;
      const minute =
        next - midnight === 96
          ? (quarter - midnight) * quarterMinutes
          : minuteOf(new Date(clock.start + quarter * quarterMinutes * 60_000));
      row[Math.floor(minute / 30)]! += minutes[quarter]!;
    }
  }
  return week;
}
