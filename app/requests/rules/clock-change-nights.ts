// Nights on which the clocks change: the care lasts an hour less, or an hour more, than the clocks say.
import { type CalendarDay, addDays, daysFrom } from "#app/calendar/rules/day.ts";
import { instantAt, minutesBetween } from "#app/calendar/rules/instant.ts";
import { type WeeklyPattern, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";

/** The stays of a day whose length is not what the clocks say: `nominal` by the clocks, `minutes` in truth. */
export type ClockChangeNight = { day: CalendarDay; nominal: number; minutes: number };

const changesOn = (day: CalendarDay): boolean =>
  minutesBetween(instantAt(day, 0), instantAt(addDays(day, 1), 0)) !== 1440;

/** Those of the year that follows a day, in order. */
export function clockChangeNights(pattern: WeeklyPattern, from: CalendarDay): ClockChangeNight[] {
  const changes = daysFrom(from, addDays(from, 365)).filter(changesOn);
  return changes
    .flatMap((day) => [addDays(day, -1), day])
    .filter((day) => day >= from)
    .flatMap((day) =>
      slotsOn(pattern, day).map(({ start, end }) => ({
        day,
        nominal: end - start,
        minutes: minutesBetween(instantAt(day, start), instantAt(day, end)),
      })),
    )
    .filter(({ nominal, minutes }) => nominal !== minutes);
}
