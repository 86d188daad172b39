// The weeks with fewer days that a family would take.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";

/** Five days, of which three at least, would be 15 weeks at each facility: some of each length are enough. */
const mostWeeks = 12;

/** The weekdays of the hours of a pattern, in order. */
export function daysOf({ slots, rota = [] }: WeeklyPattern): number[] {
  const days = [...slots, ...rota.flatMap((week) => week.slots)].map(({ weekday }) => weekday);
  return [...new Set<number>(days)].sort((a, b) => a - b);
}

/** The same hours, on some weekdays only. */
export function onDays({ cycleWeeks, slots, rota }: WeeklyPattern, days: readonly number[]): WeeklyPattern {
  const kept = <S extends { weekday: number }>(all: S[]): S[] =>
    all.filter(({ weekday }) => days.includes(weekday));
  return {
    cycleWeeks,
    slots: kept(slots),
    ...(rota ? { rota: rota.map((week) => ({ ...week, slots: kept(week.slots) })) } : {}),
  };
}

/** Every choice of `size` days, those that leave out the last days first. */
function choices(days: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return days.flatMap((day, at) => choices(days.slice(at + 1), size - 1).map((rest) => [day, ...rest]));
}

/** Fewer days of a pattern, the most first, `minDays` at least; none when it has no more days than that. */
export function fewerDays(pattern: WeeklyPattern, minDays: number): WeeklyPattern[] {
  const days = daysOf(pattern);
  const sizes = Array.from({ length: Math.max(0, days.length - minDays) }, (_, at) => days.length - 1 - at);
  const each = Math.max(1, Math.floor(mostWeeks / Math.max(1, sizes.length)));
  return sizes
    .filter((size) => size > 0)
    .flatMap((size) => choices(days, size).slice(0, each))
    .map((kept) => onDays(pattern, kept));
}
