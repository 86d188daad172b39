import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { type QuarterHours, quarterHours } from "#app/calendar/rules/quarter-hours.ts";
import { type Holding, neverOff } from "#app/facilities/rules/capacity.ts";
import { eachStay } from "#app/facilities/rules/holdings.ts";

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b);
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The last day worth looking at: the end of either, or once both cycles have met after the weeks of their rotas. */
function lastCommonDay(from: CalendarDay, one: Holding, other: Holding): CalendarDay {
  const [m, n] = [one.pattern.cycleWeeks, other.pattern.cycleWeeks];
  const rotas = [one, other].flatMap(({ pattern }) => pattern.rota?.map(({ monday }) => monday) ?? []);
  const settled = addDays(rotas.reduce(later, from), 7 * ((m * n) / gcd(m, n) + 2));
  return [one, other].reduce((last, { endOn }) => {
    // A night of the last day goes on into the next.
    const end = endOn === null ? last : addDays(endOn, 1);
    return end < last ? end : last;
  }, settled);
}

function staysIn(clock: QuarterHours, holding: Holding): { first: number; last: number }[] {
  const stays: { first: number; last: number }[] = [];
  eachStay(clock, holding, neverOff, ({ first, last }) => stays.push({ first, last }));
  return stays;
}

/**
 * Whether two places are for the same hours of the same time: a child cannot hold both.
 * A place for the days and another for the nights go together.
 */
export function samePlace(one: Holding, other: Holding): boolean {
  const from = later(one.startOn, other.startOn);
  const to = lastCommonDay(from, one, other);
  if (to < from) return false;
  const clock = quarterHours(from, to);
  const all = [...staysIn(clock, one), ...staysIn(clock, other)].sort(
    (a, b) => a.first - b.first || a.last - b.last,
  );
  return all.some((stay, index) => index > 0 && stay.first < all[index - 1]!.last);
}
