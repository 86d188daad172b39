// Nights on which the clocks change: the care lasts an hour less, or an hour more, than the clocks say.
// Browsers load it, with the changes that the server has found: the zone's rules stay where they are.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type WeeklyPattern, minutesOfDay, slotsOn } from "#app/calendar/rules/weekly-pattern.ts";

/** Minutes of a day that its clocks skip (`forward`), or show twice. */
export type ClockChange = { day: CalendarDay; start: number; end: number; forward: boolean };

/** A stay whose length is not what the clocks say: `nominal` by the clocks, `minutes` in truth. */
export type ClockChangeNight = { day: CalendarDay; nominal: number; minutes: number };

/** As instants are read: a time skipped is that of the change, a time shown twice is the first one. */
function minutesOf(stay: { start: number; end: number }, { start, end, forward }: ClockChange): number {
  const nominal = stay.end - stay.start;
  if (!forward) return stay.start < end && stay.end >= end ? nominal + end - start : nominal;
  return nominal - Math.max(0, Math.min(stay.end, end) - Math.max(stay.start, start));
}

/** Those of the year that follows a day, in order. */
export function clockChangeNights(
  pattern: WeeklyPattern,
  from: CalendarDay,
  changes: ClockChange[],
): ClockChangeNight[] {
  const until = addDays(from, 365);
  return changes
    .filter(({ day }) => day >= from && day <= until)
    .flatMap((change) =>
      [-1, 0].flatMap((away) => {
        const day = addDays(change.day, away);
        const shift = away * minutesOfDay;
        return slotsOn(pattern, day).map(({ start, end }) => ({
          day,
          nominal: end - start,
          minutes: minutesOf({ start: start + shift, end: end + shift }, change),
        }));
      }),
    )
    .filter(({ day, nominal, minutes }) => day >= from && nominal !== minutes);
}
