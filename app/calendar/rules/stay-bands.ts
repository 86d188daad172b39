import { addDays, daysFrom, weekdayOf } from "./day.ts";
import { dayOf, instantAt } from "./instant.ts";
import { type Interval, commonMinutes } from "./intervals.ts";
import type { HoursByBand, TimeBands } from "./time-bands.ts";

const minuteOfTime = (instant: Date): number => Math.round(instant.getTime() / 60_000);

/** The band on the real days around a stay, in minutes of the world's clock. */
function bandAround(bands: TimeBands["ordinary"], stay: { start: Date; end: Date }): Interval[] {
  // A band of the day before may end on the day the stay begins.
  const days = daysFrom(addDays(dayOf(stay.start), -1), dayOf(stay.end));
  return days.flatMap((day) =>
    bands
      .filter(({ weekdays }) => weekdays.includes(weekdayOf(day)))
      .map(({ start, end }) => ({
        start: minuteOfTime(instantAt(day, start)),
        end: minuteOfTime(instantAt(day, end)),
      })),
  );
}

/** Real minutes of a stay, clock changes included: `ordinary + atypical = total`, `night ≤ atypical`. */
export function stayByBand(stay: { start: Date; end: Date }, bands: TimeBands): HoursByBand {
  const real = [{ start: minuteOfTime(stay.start), end: minuteOfTime(stay.end) }];
  const total = Math.max(0, real[0]!.end - real[0]!.start);
  if (total === 0) return { total: 0, ordinary: 0, atypical: 0, night: 0 };
  const ordinary = commonMinutes(real, bandAround(bands.ordinary, stay));
  return {
    total,
    ordinary,
    atypical: total - ordinary,
    night: commonMinutes(real, bandAround(bands.night, stay)),
  };
}
