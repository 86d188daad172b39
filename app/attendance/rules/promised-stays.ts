import { type QuarterHours, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { type DaysOff, type Holding, eachStay } from "#app/facilities/rules/holdings.ts";
import type { ChildStay } from "./stay-record.ts";

/** The stays that hours promised to a child will become; days off left out. */
export function promisedStays(
  clock: QuarterHours,
  holding: Holding,
  childId: string,
  off: DaysOff,
): ChildStay[] {
  const stays: ChildStay[] = [];
  const at = (quarter: number): number => clock.start + Math.round(quarter * quarterMinutes) * 60_000;
  eachStay(clock, holding, off, ({ first, last }) =>
    stays.push({
      childId,
      plannedStart: at(first),
      plannedEnd: at(last),
      state: "planned",
      arrivedAt: null,
      leftAt: null,
      absenceCode: null,
      markedAt: null,
    }),
  );
  return stays;
}
