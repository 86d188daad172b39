// Ordinary and atypical hours. The bands are dated parameters ("time-bands"); these rules only apply them.
import { z } from "#app/zod.ts";
import { type Interval, inWeek, weeklyMinutesWithin } from "./intervals.ts";
import { type WeeklyPattern, weeklyMinutes } from "./weekly-pattern.ts";

const band = z.object({
  weekdays: z.array(z.number().int().min(1).max(7)),
  start: z.number().int().min(0).max(1439),
  end: z.number().int().min(1).max(2880),
});

export const timeBands = z.object({
  /** Ordinary hours; everything else is atypical. */
  ordinary: z.array(band),
  /** Night hours, which are atypical too. */
  night: z.array(band),
});
export type TimeBands = z.output<typeof timeBands>;

const intervals = (bands: TimeBands["ordinary"]): Interval[] =>
  bands.flatMap(({ weekdays, start, end }) => weekdays.flatMap((weekday) => inWeek({ weekday, start, end })));

export type HoursByBand = { total: number; ordinary: number; atypical: number; night: number };

/** Minutes of an average week: `ordinary + atypical = total`, `night ≤ atypical`. */
export function hoursByBand(pattern: WeeklyPattern, bands: TimeBands): HoursByBand {
  const total = weeklyMinutes(pattern);
  const ordinary = weeklyMinutesWithin(pattern, intervals(bands.ordinary));
  return { total, ordinary, atypical: total - ordinary, night: weeklyMinutesWithin(pattern, intervals(bands.night)) };
}
