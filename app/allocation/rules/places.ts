// Where the hours asked of a section find no place, on real dates.
import { type CalendarDay, type Weekday, addDays, weekdayOf } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import {
  type DatedBand,
  type DaysOff,
  type Holding,
  heldByQuarter,
  licensedByQuarter,
  neverOff,
} from "#app/facilities/rules/capacity.ts";
import { dayOffAt, eachStay } from "#app/facilities/rules/holdings.ts";
import { horizonOf } from "#app/facilities/rules/horizon.ts";
import { recurring, stretches } from "#app/facilities/rules/stretches.ts";

/** Hours of a weekday that are asked for in vain, over one week or several. */
export type Conflict = {
  weekday: Weekday;
  start: number;
  end: number;
  /** `closed`: no place is licensed then; `full`: all are taken. */
  cause: "closed" | "full";
  firstDay: CalendarDay;
  weeks: number;
  /** It is so each time that these hours are asked for. */
  always: boolean;
};

type Held = { bands: DatedBand[]; holdings: Holding[]; off?: DaysOff };

let lastClock: QuarterHours | undefined;

/** Sections are looked at one after the other over the same days. */
function clockOf(from: CalendarDay, to: CalendarDay): QuarterHours {
  if (lastClock?.from !== from || lastClock.to !== to) lastClock = quarterHours(from, to);
  return lastClock;
}

/** Where a place lacks; else the fewest places left at any time, or null when nothing is asked on any day. */
export function placeFor(
  wanted: Holding,
  { bands, holdings, off = neverOff }: Held,
): { conflicts: Conflict[]; left: number | null } {
  const asked = { ...wanted, endOn: horizonOf(wanted, bands, holdings) };
  // The last night ends the day after.
  const clock = clockOf(asked.startOn, addDays(asked.endOn, 1));
  const licensed = licensedByQuarter(clock, bands, off);
  const held = heldByQuarter(clock, holdings, off);
  const dayOff = dayOffAt(clock, off);
  let fewest = Infinity;
  const lacking = stretches(clock, asked, off, (quarter) => {
    const places = licensed[quarter]!;
    // The morning of a day off: whoever slept there goes home earlier that day, and nobody refuses a year for it.
    if (places < 1) return dayOff(quarter) ? null : "closed";
    const left = places - held[quarter]!;
    if (left < fewest) fewest = left;
    return left < 1 ? "full" : null;
  });
  const conflicts = recurring(lacking, (cause) => cause).map(({ each: _each, ...conflict }) => ({
    ...conflict,
    always: conflict.weeks === timesAsked(clock, asked, off, conflict),
  }));
  return { conflicts: conflicts.sort(inTheWeek), left: fewest === Infinity ? null : fewest };
}

const inTheWeek = (a: Conflict, b: Conflict): number =>
  a.weekday - b.weekday || a.start - b.start || a.firstDay.localeCompare(b.firstDay);

/** On how many days these hours are asked for. */
function timesAsked(
  clock: QuarterHours,
  asked: Holding,
  off: DaysOff,
  { weekday, start, end }: Pick<Conflict, "weekday" | "start" | "end">,
): number {
  const firstWeekday = weekdayOf(clock.from);
  let times = 0;
  eachStay(clock, asked, off, (stay) => {
    const own = ((firstWeekday + 6 + stay.dayIndex) % 7) + 1;
    const shift = own === weekday ? 0 : (own % 7) + 1 === weekday ? minutesOfDay : null;
    if (shift !== null && stay.start <= start + shift && end + shift <= stay.end) times++;
  });
  return times;
}
