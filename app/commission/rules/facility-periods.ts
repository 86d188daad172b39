// The periods of a facility: cut where the most changes, few, so that a family can read them.
import { type CalendarDay, addDays, addMonths, firstOfMonth } from "#app/calendar/rules/day.ts";
import type { Period } from "./facility-supply.ts";

/** Beyond, what changes least is counted over the whole of its period: a little more than is used, never less. */
export const mostPeriods = 3;

/** A change from a day on; the heavier, the more is lost by not cutting there. */
export type Change = { day: CalendarDay; weight: number };

/** The first of the month on or before a day, for what begins; on or after, for what is over. */
export const monthBefore = (day: CalendarDay): CalendarDay => firstOfMonth(day);
export const monthAfter = (day: CalendarDay): CalendarDay =>
  firstOfMonth(day) === day ? day : addMonths(firstOfMonth(day), 1);

/**
 * Periods from a day to a day, cut on the days of the heaviest changes, earliest first between equals.
 * @param suffix ends their ids: periods of one group of facilities are not those of another
 */
export function periodsOf(
  suffix: string,
  from: CalendarDay,
  to: CalendarDay,
  changes: readonly Change[],
): Period[] {
  const weights = new Map<CalendarDay, number>();
  for (const { day, weight } of changes)
    if (from < day && day <= to) weights.set(day, (weights.get(day) ?? 0) + weight);
  const cuts = [...weights]
    .sort(([a, heavy], [b, light]) => light - heavy || (a < b ? -1 : 1))
    .slice(0, mostPeriods - 1)
    .map(([day]) => day)
    .sort();
  const starts = [from, ...cuts];
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { id: `${start.slice(0, 7)}${suffix}`, from: start, to: next ? addDays(next, -1) : to };
  });
}

/** Whether days that last from one to another (null: without end) have some in a period. */
export function touches(
  period: Period,
  { from, to }: { from: CalendarDay; to: CalendarDay | null },
): boolean {
  return from <= period.to && (to === null || to >= period.from);
}
