import { type QuarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { inForce, sumByQuarter } from "./capacity.ts";
import { type DaysOff, daysOfClock } from "./holdings.ts";
import type { StaffBand } from "./settings.ts";

/** Adults planned at each quarter; −1 on the days for which no plan is on record. */
export function staffByQuarter(clock: QuarterHours, bands: readonly StaffBand[], off: DaysOff): Int32Array {
  const planned = sumByQuarter(clock, bands, off, ({ staff }) => staff);
  const days = daysOfClock(clock);
  for (let index = 1; index < days.length; index++) {
    if (bands.some((band) => inForce(band, days[index]!))) continue;
    planned.fill(-1, clock.midnights[index - 1]!, clock.midnights[index]!);
  }
  return planned;
}
