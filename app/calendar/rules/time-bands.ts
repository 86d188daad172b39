// Ordinary and atypical hours. The bands are dated parameters ("time-bands"); these rules only apply them.
import type { Weekday } from "./day.ts";
import { type Interval, inWeek, weeklyMinutesWithin } from "./intervals.ts";
import { type WeeklyPattern, weeklyMinutes } from "./weekly-pattern.ts";

type Band = { weekdays: Weekday[]; start: number; end: number };

export type TimeBands = {
  /** Ordinary hours; everything else is atypical. */
  ordinary: Band[];
  /** Night hours, which are atypical too. */
  night: Band[];
};

const intervals = (bands: Band[]): Interval[] =>
  bands.flatMap(({ weekdays, start, end }) => weekdays.flatMap((weekday) => inWeek({ weekday, start, end })));

export type HoursByBand = { total: number; ordinary: number; atypical: number; night: number };

/** Minutes of an average week: `ordinary + atypical = total`, `night ≤ atypical`. */
export function hoursByBand(pattern: WeeklyPattern, bands: TimeBands): HoursByBand {
  const total = weeklyMinutes(pattern);
  const ordinary = weeklyMinutesWithin(pattern, intervals(bands.ordinary));
  return {
    total,
    ordinary,
    atypical: total - ordinary,
    night: weeklyMinutesWithin(pattern, intervals(bands.night)),
  };
}
