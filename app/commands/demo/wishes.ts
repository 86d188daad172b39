// Which facilities a family would ask for: near home, and open when it needs them.
import { type Interval, weeklyMinutesWithin } from "#app/calendar/rules/intervals.ts";
import { type WeeklyPattern, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { sites } from "./after-school.ts";
import { type DemoFacility, openIntervals } from "./facility.ts";
import { nurseries } from "./nurseries.ts";
import type { Random } from "./random.ts";
import { type DemoZone, kilometres } from "./zones.ts";

const opening = new Map<DemoFacility, Interval[]>(
  [...nurseries, ...sites].map((facility) => [facility, openIntervals(facility)]),
);

export function coveredMinutes(facility: DemoFacility, pattern: WeeklyPattern): number {
  return weeklyMinutesWithin(pattern, opening.get(facility)!);
}

/** Kilometres that a family would rather drive than miss all of its hours. */
const missedHours = 8;

/** One to five nurseries, best first. `wanted` is among them, most often first. */
export function nurseryWishes(
  home: DemoZone,
  pattern: WeeklyPattern,
  rng: Random,
  wanted?: DemoFacility,
): DemoFacility[] {
  const count = rng.weighted<number>([
    [1, 15],
    [2, 24],
    [3, 31],
    [4, 15],
    [5, 15],
  ]);
  const ranked = nurseries
    .filter((facility) => facility !== wanted)
    .map((facility) => {
      const missed = 1 - coveredMinutes(facility, pattern) / weeklyMinutes(pattern);
      return { facility, cost: kilometres(home, facility.zone) + missed * missedHours + rng.next() * 1.2 };
    })
    .sort((one, other) => one.cost - other.cost)
    .map(({ facility }) => facility);
  if (!wanted) return ranked.slice(0, count);
  const others = ranked.slice(0, count - 1);
  others.splice(rng.chance(0.66) ? 0 : Math.min(1, others.length), 0, wanted);
  return others;
}
