// A small town for the tests of figures: October 2026, with its night of twenty-five hours.
import { type BandClock, type Split, bandClock, bandSums } from "#app/attendance/rules/band-clock.ts";
import { type CountingRules, type Measure, occupancySeries } from "#app/attendance/rules/occupancy-series.ts";
import { sumOf } from "#app/attendance/rules/series-sums.ts";
import type { ChildStay } from "#app/attendance/rules/stay-record.ts";
import { type Weekday, asDay } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { type QuarterHours, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { neverOff } from "#app/facilities/rules/holdings.ts";

export const from = asDay("2026-10-01");
export const to = asDay("2026-10-31");
export const october = quarterHours(from, to);
export const ms = (day: string, minute: number): number => instantAt(asDay(day), minute).getTime();

const workingDays: Weekday[] = [1, 2, 3, 4, 5];
export const townBands = {
  ordinary: [{ weekdays: workingDays, start: 420, end: 1140 }],
  night: [{ weekdays: [1, 2, 3, 4, 5, 6, 7] as Weekday[], start: 1320, end: 1800 }],
};
export const bands = bandClock(october, townBands);

export const exact: CountingRules = {
  billing: { basis: "contract", roundingMinutes: 0, toleranceMinutes: 0 },
  absences: { sickFromDay: 4, announcedBeforeCutOff: false },
  cutOff: { absenceCutOffDays: 0, absenceCutOffMinute: 0 },
  wholeBands: null,
};

export const wednesdayCaps = {
  capped: { weekdays: [3], dayWithMealMinutes: 540, halfDayMinutes: 240, meal: { start: 720, end: 780 } },
};

/** @param end may pass 1440: the next day */
export function stay(day: string, start: number, end: number, values: Partial<ChildStay> = {}): ChildStay {
  return {
    childId: "lina",
    plannedStart: ms(day, start),
    plannedEnd: ms(day, end),
    state: "planned",
    arrivedAt: null,
    leftAt: null,
    absenceCode: null,
    markedAt: null,
    ...values,
  };
}

/** Who came from a minute to a minute of a day. */
export const seen = (day: string, arrived: number, left: number): Partial<ChildStay> => ({
  state: "left",
  arrivedAt: ms(day, arrived),
  leftAt: ms(day, left),
});

type Given = { rules?: CountingRules; clock?: QuarterHours; asOf?: number };

export function seriesOf(stays: ChildStay[], { rules = exact, clock = october, asOf }: Given = {}) {
  return occupancySeries(clock, { capacity: [], off: neverOff, stays }, rules, asOf);
}

/** Minutes of each measure. */
export function minutesOf(stays: ChildStay[], given: Given = {}): Record<Measure, number> {
  const { minutes } = seriesOf(stays, given);
  return Object.fromEntries(
    Object.entries(minutes).map(([measure, quarters]) => [measure, sumOf(quarters)]),
  ) as Record<Measure, number>;
}

/** Minutes of each measure, by time band. */
export function splitsOf(
  stays: ChildStay[],
  given: Given & { bands?: BandClock } = {},
): Record<Measure, Split> {
  const { minutes } = seriesOf(stays, given);
  return Object.fromEntries(
    Object.entries(minutes).map(([measure, quarters]) => [measure, bandSums(quarters, given.bands ?? bands)]),
  ) as Record<Measure, Split>;
}
