// The weeks with fewer days that a family would take.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";

/** Of one number of days: every choice out of five days, and some of them, evenly, out of six or seven. */
const mostOfOneSize = 10;

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

function some<T>(all: readonly T[]): T[] {
  if (all.length <= mostOfOneSize) return [...all];
  return Array.from(
    { length: mostOfOneSize },
    (_, at) => all[Math.floor((at * all.length) / mostOfOneSize)]!,
  );
}

/** Fewer days of a pattern, the most first, `minDays` at least; none when it has no more days than that. */
export function fewerDays(pattern: WeeklyPattern, minDays: number): WeeklyPattern[] {
  const days = daysOf(pattern);
  const sizes = Array.from({ length: Math.max(0, days.length - minDays) }, (_, at) => days.length - 1 - at);
  return sizes
    .filter((size) => size > 0)
    .flatMap((size) => some(choices(days, size)))
    .map((kept) => onDays(pattern, kept));
}
