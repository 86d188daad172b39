// The hours of an ordinary week that stay free for some weeks: what one person can promise to another.
import { addDays, weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { type WeekSlot, compareWeekSlots, minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";

const quartersOfDay = minutesOfDay / quarterMinutes;

/**
 * Hours of the week with a place left on each of the clock's days. Days on which the clocks change are left out:
 * the others of the same weekday tell.
 * @param left places left at each quarter
 */
export function freeWeek(clock: QuarterHours, left: Int32Array): WeekSlot[] {
  const fewest = new Map<number, Int32Array>();
  for (let index = 0; index + 1 < clock.midnights.length; index++) {
    const [from, to] = [clock.midnights[index]!, clock.midnights[index + 1]!];
    if (to - from !== quartersOfDay) continue;
    const weekday = weekdayOf(addDays(clock.from, index));
    const day = fewest.get(weekday);
    if (!day) fewest.set(weekday, left.slice(from, to));
    else
      for (let quarter = 0; quarter < day.length; quarter++)
        day[quarter] = Math.min(day[quarter]!, left[from + quarter]!);
  }
  const free: WeekSlot[] = [];
  for (const [weekday, day] of fewest) {
    let start = -1;
    for (let quarter = 0; quarter <= day.length; quarter++) {
      const some = quarter < day.length && day[quarter]! > 0;
      if (some && start < 0) start = quarter;
      if (some || start < 0) continue;
      free.push({
        weekday: weekday as WeekSlot["weekday"],
        start: start * quarterMinutes,
        end: quarter * quarterMinutes,
      });
      start = -1;
    }
  }
  return joinNights(free.sort(compareWeekSlots));
}

/** What ends at midnight and goes on the next day is one night, as people say it; never more than a day. */
function joinNights(slots: WeekSlot[]): WeekSlot[] {
  const mornings = new Map(slots.filter(({ start }) => start === 0).map((slot) => [slot.weekday, slot]));
  const taken = new Set<WeekSlot>();
  const joined = slots.map((slot) => {
    const next = mornings.get(((slot.weekday % 7) + 1) as WeekSlot["weekday"]);
    const evening = slot.end === minutesOfDay && slot.start > 0;
    if (!evening || !next || next.end === minutesOfDay || next.end + minutesOfDay - slot.start > minutesOfDay)
      return slot;
    taken.add(next);
    return { ...slot, end: minutesOfDay + next.end };
  });
  return joined.filter((_, index) => !taken.has(slots[index]!));
}
