// The hours of a holding where something is amiss, said as a person says them: a day, from a minute to a minute.
import { type CalendarDay, type Weekday, addDays, weekdayOf } from "#app/calendar/rules/day.ts";
import { minuteOf } from "#app/calendar/rules/instant.ts";
import { type QuarterHours, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import { type DaysOff, type HeldStay, type Holding, daysOfClock, eachStay } from "./holdings.ts";

/** Minutes of `day`; what begins after midnight is said of the next day. Quarters: `from` included, `to` not. */
export type Stretch<Cause> = {
  day: CalendarDay;
  weekday: Weekday;
  /** Weeks are counted from any one, Monday to Sunday. */
  week: number;
  start: number;
  end: number;
  cause: Cause;
  from: number;
  to: number;
};

/** What the town's clocks show at the beginning of a quarter, in minutes of the day on which a stay begins. */
export function minuteAt(clock: QuarterHours, { dayIndex }: HeldStay, quarter: number): number {
  let index = dayIndex;
  while (index < 0 || (index + 1 < clock.midnights.length && clock.midnights[index + 1]! <= quarter)) index++;
  const midnight = clock.midnights[index]!;
  const usual = clock.midnights[index + 1] === midnight + 96;
  const minute = usual
    ? (quarter - midnight) * quarterMinutes
    : minuteOf(new Date(clock.start + quarter * quarterMinutes * 60_000));
  return (index - dayIndex) * minutesOfDay + minute;
}

/** Quarters for which `causeAt` gives a cause, put together while it is the same. */
export function stretches<Cause>(
  clock: QuarterHours,
  asked: Holding,
  off: DaysOff,
  causeAt: (quarter: number) => Cause | null,
): Stretch<Cause>[] {
  const found: Stretch<Cause>[] = [];
  const firstWeekday = weekdayOf(clock.from);
  eachStay(clock, asked, off, (stay) => {
    const [first, last] = [Math.max(0, Math.floor(stay.first)), Math.min(clock.length, Math.ceil(stay.last))];
    for (let from = first; from < last;) {
      const cause = causeAt(from);
      let to = from + 1;
      while (to < last && causeAt(to) === cause) to++;
      if (cause !== null) found.push(stretchOf(clock, firstWeekday, stay, cause, from, to));
      from = to;
    }
  });
  return found;
}

function stretchOf<Cause>(
  clock: QuarterHours,
  firstWeekday: Weekday,
  stay: HeldStay,
  cause: Cause,
  from: number,
  to: number,
): Stretch<Cause> {
  const start = from <= stay.first ? stay.start : minuteAt(clock, stay, from);
  const end = to >= stay.last ? stay.end : minuteAt(clock, stay, to);
  const later = Math.floor(start / minutesOfDay);
  const dayIndex = stay.dayIndex + later;
  // A week before the clock's own, so that the eve counts too.
  const days = firstWeekday - 1 + dayIndex + 7;
  return {
    day: daysOfClock(clock)[dayIndex + 1] ?? addDays(clock.from, dayIndex),
    weekday: ((days % 7) + 1) as Weekday,
    week: Math.floor(days / 7),
    start: start - later * minutesOfDay,
    end: end - later * minutesOfDay,
    cause,
    from,
    to,
  };
}

/** The same hours of the same weekday, over several weeks. */
export type Recurring<Cause> = {
  weekday: Weekday;
  start: number;
  end: number;
  cause: Cause;
  firstDay: CalendarDay;
  weeks: number;
  /** Those it stands for, in order. */
  each: Stretch<Cause>[];
};

/** In the order of the first days, then of the hours. */
export function recurring<Cause>(
  all: Stretch<Cause>[],
  causeKey: (cause: Cause) => string,
): Recurring<Cause>[] {
  const groups = new Map<string, Stretch<Cause>[]>();
  for (const stretch of all) {
    const key = `${stretch.weekday} ${stretch.start} ${stretch.end} ${causeKey(stretch.cause)}`;
    const group = groups.get(key);
    if (group) group.push(stretch);
    else groups.set(key, [stretch]);
  }
  return [...groups.values()]
    .map((each): Recurring<Cause> => {
      const { day, weekday, start, end, cause } = each[0]!;
      const weeks = new Set(each.map(({ week }) => week)).size;
      return { weekday, start, end, cause, firstDay: day, weeks, each };
    })
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.start - b.start);
}
