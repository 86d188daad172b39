import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Stay, staysOf } from "#app/calendar/rules/stays.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";

export type RunningContract = { pattern: WeeklyPattern; startOn: CalendarDay; endOn: CalendarDay | null };

/** The stays that a contract books between two days, days off left out. A night belongs to the day it begins. */
export function plannedStays(
  contract: RunningContract,
  from: CalendarDay,
  to: CalendarDay,
  off: { has: (day: CalendarDay) => boolean },
): Stay[] {
  const first = contract.startOn > from ? contract.startOn : from;
  const last = contract.endOn !== null && contract.endOn < to ? contract.endOn : to;
  return staysOf(contract.pattern, first, last).filter(({ day }) => !off.has(day));
}
