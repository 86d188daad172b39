// Two places that together cover a week: three days here and two there, or a childminder early and a crèche by day.
import type { Interval } from "#app/calendar/rules/intervals.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import {
  type AskedStay,
  type Parts,
  beside,
  covers,
  mayCut,
  minutesOfParts,
  patternOf,
  staysAsked,
  wholeOf,
} from "./search-parts.ts";
import type { SearchResult } from "./search.ts";

/** Nobody takes a child for less than an hour before or after another place. */
export const shortestPart = 60;
/** Facilities looked at on either side: the work is bounded, however large the town. */
const [bestOfSide, pairsKept] = [12, 12];

export type PairSide = { facilityId: string; sectionId: string; part: WeeklyPattern; minutes: number };
export type Pair = {
  first: PairSide;
  second: PairSide;
  /** Stays during which the child goes from one place to the other. */
  cuts: number;
};

type Shared = { first: Interval[]; second: Interval[] };

/** The longest stretch of one for itself, and the other before it, after it, or both. */
function aroundTheLongest(stay: AskedStay, one: Interval[], other: Interval[]): Interval[][] | null {
  const { start, end } = stay.slot;
  const longestFirst = [...one].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const part of longestFirst) {
    const from = part.start <= start ? start : Math.max(part.start, start + shortestPart);
    const to = part.end >= end ? end : Math.min(part.end, end - shortestPart);
    if (to - from < shortestPart) continue;
    const rest = beside(stay, [{ start: from, end: to }]);
    if (rest.every((each) => covers(other, each))) return [[{ start: from, end: to }], rest];
  }
  return null;
}

/** Who takes a stay: the first of the two whole, else the other whole, else both; null when they cannot. */
function share(stay: AskedStay, a: Interval[], b: Interval[], cuttable: boolean): Shared | null {
  const whole = wholeOf(stay);
  if (covers(a, whole)) return { first: [whole], second: [] };
  if (covers(b, whole)) return { first: [], second: [whole] };
  if (!cuttable) return null;
  const [mine, yours] = aroundTheLongest(stay, a, b) ?? [];
  if (mine && yours) return { first: mine, second: yours };
  const [longest, around] = aroundTheLongest(stay, b, a) ?? [];
  return longest && around ? { first: around, second: longest } : null;
}

function pairOf(
  pattern: WeeklyPattern,
  stays: AskedStay[],
  one: SearchResult,
  other: SearchResult,
): Pair | null {
  const [first, second]: [Parts, Parts] = [[], []];
  for (const [index, stay] of stays.entries()) {
    const shared = share(stay, one.free[index]!, other.free[index]!, mayCut(pattern, stay));
    if (!shared) return null;
    first.push(shared.first);
    second.push(shared.second);
  }
  const side = ({ facilityId, sectionId }: SearchResult, parts: Parts): PairSide => ({
    facilityId,
    sectionId: sectionId!,
    part: patternOf(pattern, stays, parts),
    minutes: minutesOfParts(pattern, stays, parts),
  });
  const cuts = stays.filter((_, index) => first[index]!.length > 0 && second[index]!.length > 0).length;
  return { first: side(one, first), second: side(other, second), cuts };
}

const byPreference = (a: Pair, b: Pair): number =>
  a.cuts - b.cuts || b.first.minutes - a.first.minutes || (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ first, second }: Pair): string => `${first.facilityId} ${second.facilityId}`;

/**
 * Pairs that together take the whole week, of facilities that do not alone: fewest changes inside a day first, then
 * most hours at one of them. The same pair is told once.
 */
export function pairsCovering(pattern: WeeklyPattern, results: readonly SearchResult[]): Pair[] {
  const stays = staysAsked(pattern);
  const isWhole = ({ free }: SearchResult): boolean =>
    stays.every((stay, index) => covers(free[index]!, wholeOf(stay)));
  const partly = results
    .filter((result) => result.free.some((parts) => parts.length > 0) && !isWhole(result))
    .sort((a, b) => b.freeMinutes - a.freeMinutes || (a.facilityId < b.facilityId ? -1 : 1));
  const found = new Map<string, Pair>();
  for (const one of partly.slice(0, bestOfSide)) {
    const lacking = stays.map((stay, index) => beside(stay, one.free[index]!));
    const others = partly
      .filter((other) => other !== one)
      .map((other) => ({ other, rest: restTaken(lacking, other.free) }))
      .sort((a, b) => b.rest - a.rest || (a.other.facilityId < b.other.facilityId ? -1 : 1));
    for (const { other } of others.slice(0, bestOfSide)) {
      const pair = pairOf(pattern, stays, one, other);
      if (!pair) continue;
      const key = [one.facilityId, other.facilityId].sort().join(" ");
      const known = found.get(key);
      if (!known || byPreference(pair, known) < 0) found.set(key, pair);
    }
  }
  return [...found.values()].sort(byPreference).slice(0, pairsKept);
}

/** Minutes of what one lacks that the other has. */
function restTaken(lacking: Parts, free: Parts): number {
  let minutes = 0;
  for (const [index, parts] of lacking.entries())
    for (const part of parts)
      for (const other of free[index]!)
        minutes += Math.max(0, Math.min(part.end, other.end) - Math.max(part.start, other.start));
  return minutes;
}
