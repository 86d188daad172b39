// Weeks as half-hours: what a meeting counts places in. Two weeks, A then B, from Monday 0:00: 672 half-hours.
// Hours that repeat over another number of weeks, or week by week (a rota), hold every half-hour that any of their
// weeks of that letter holds: a little more than they will use, never less.
import { type WeekSlot, type WeeklyPattern, weekOfCycle } from "#app/calendar/rules/weekly-pattern.ts";

export const halfHoursOfDay = 48;
export const halfHoursOfWeek = 336;
export const halfHoursOfFortnight = 672;
const minutes = 30;

/** 1 for each half-hour held, in part or whole. */
export type HalfHours = Uint8Array;

const bothWeeks = [0, 1];

function put(mask: HalfHours, week: number, { weekday, start, end }: WeekSlot): void {
  const midnight = week * halfHoursOfWeek + (weekday - 1) * halfHoursOfDay;
  const last = midnight + Math.ceil(end / minutes);
  // A Sunday night goes on in the other week.
  for (let at = midnight + Math.floor(start / minutes); at < last; at += 1)
    mask[at % halfHoursOfFortnight] = 1;
}

/** The half-hours of a pattern. */
export function halfHoursOf({ cycleWeeks, slots, rota = [] }: WeeklyPattern): HalfHours {
  const mask = new Uint8Array(halfHoursOfFortnight);
  for (const slot of slots)
    for (const week of cycleWeeks % 2 === 0 ? [slot.week % 2] : bothWeeks) put(mask, week, slot);
  for (const { monday, slots: given } of rota)
    for (const slot of given) put(mask, weekOfCycle(monday, 2), slot);
  return mask;
}

/** The half-hours of one that the other does not have. */
export function without(one: HalfHours, other: HalfHours): HalfHours {
  return one.map((held, at) => (held === 1 && other[at] === 0 ? 1 : 0));
}

/** The half-hours of one or another. */
export function either(all: readonly HalfHours[]): HalfHours {
  const mask = new Uint8Array(halfHoursOfFortnight);
  for (const one of all) for (let at = 0; at < mask.length; at += 1) mask[at]! |= one[at]!;
  return mask;
}

/** The half-hours of all of them; none of none. */
export function both(all: readonly HalfHours[]): HalfHours {
  return new Uint8Array(halfHoursOfFortnight).map((_, at) =>
    all.length > 0 && all.every((one) => one[at] === 1) ? 1 : 0,
  );
}

/** Half-hours of an average week. */
export function weeklyHalfHours(mask: HalfHours): number {
  return mask.reduce((sum, held) => sum + held, 0) / 2;
}
