// The facilities that a family may wish for: those that take the age, with how much of the hours each covers and why less.
import type { Weekday } from "#app/calendar/rules/day.ts";
import {
  type Interval,
  commonMinutes,
  inWeek,
  union,
  weeklyMinutesWithin,
} from "#app/calendar/rules/intervals.ts";
import {
  type WeeklyPattern,
  minutesOfDay,
  typicalWeeks,
  weeklyMinutes,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind, FacilityKind } from "#app/facilities/rules/kinds.ts";
import { type Position, kilometres } from "#app/territory/rules/distance.ts";
import { type Opening, takesAge } from "./coverage.ts";

export const maxWishes = 5;
/** How many the guichet puts forward when a family asks it to choose. */
const suggested = 3;

export type WishableFacility = {
  id: string;
  name: string;
  kind: FacilityKind;
  operator: string | null;
  quarterName: string | null;
  address: string | null;
  /** Centre of its zone; null when it is not known. */
  position: Position | null;
  minAgeMonths: number | null;
  maxAgeMonths: number | null;
  opening: Opening[];
  servesSchool: boolean;
};

export type WishAsked = {
  careKind: CareKind;
  pattern: WeeklyPattern;
  /** Completed months on the start day. */
  ageMonths: number;
  quarterName: string | null;
  /** Centre of the zone where the family lives; null when it is not known. */
  home: Position | null;
};

/** Why a facility covers less than all the hours. */
export type Shortfall =
  | { code: "closedDays"; weekdays: Weekday[] }
  | { code: "opensAt" | "closesAt"; minute: number }
  | { code: "closedBetween"; start: number; end: number };

export type RatedFacility = WishableFacility & {
  /** Null when its opening hours are not known. */
  coveredMinutes: number | null;
  coversAll: boolean;
  sameQuarter: boolean;
  /** From zone to zone; null when either is not known. */
  kilometres: number | null;
  shortfalls: Shortfall[];
};

/** Further than anything in a town. */
const farAway = 1000;

const openIntervals = (opening: Opening[]): Interval[] =>
  union(
    opening.flatMap(({ weekday, startMinute, endMinute }) =>
      inWeek({ weekday, start: startMinute, end: endMinute }),
    ),
  );

/** Minutes of an average week of the pattern during which the facility is open; null when that is not known. */
export function coveredMinutes(pattern: WeeklyPattern, opening: Opening[]): number | null {
  return opening.length === 0 ? null : weeklyMinutesWithin(pattern, openIntervals(opening));
}

/** The hours asked on each weekday, whichever the week. */
function askedOn(pattern: WeeklyPattern, weekday: Weekday): Interval[] {
  const from = (weekday - 1) * minutesOfDay;
  return union(typicalWeeks(pattern).flat().flatMap(inWeek))
    .map(({ start, end }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, from + minutesOfDay) - from,
    }))
    .filter(({ start, end }) => end > start);
}

function openOn(open: Interval[], weekday: Weekday): Interval[] {
  const from = (weekday - 1) * minutesOfDay;
  return open
    .map(({ start, end }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, from + minutesOfDay) - from,
    }))
    .filter(({ start, end }) => end > start);
}

/** What is missing on one day. */
function missingOn(asked: Interval[], open: Interval[]): Exclude<Shortfall, { code: "closedDays" }>[] {
  const [first, last] = [open[0]!, open.at(-1)!];
  const found: Exclude<Shortfall, { code: "closedDays" }>[] = [];
  if (asked.some(({ start }) => start < first.start)) found.push({ code: "opensAt", minute: first.start });
  for (const [index, { end }] of open.slice(0, -1).entries()) {
    const gap = { start: end, end: open[index + 1]!.start };
    if (commonMinutes(asked, [gap]) > 0) found.push({ code: "closedBetween", ...gap });
  }
  if (asked.some(({ end }) => end > last.end)) found.push({ code: "closesAt", minute: last.end });
  return found;
}

/** Each reason once, the days of closing together and first. */
export function shortfallsOf(pattern: WeeklyPattern, opening: Opening[]): Shortfall[] {
  const open = openIntervals(opening);
  const closed: Weekday[] = [];
  const others = new Map<string, Shortfall>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const asked = askedOn(pattern, weekday);
    if (asked.length === 0) continue;
    const hours = openOn(open, weekday);
    if (hours.length === 0) closed.push(weekday);
    else for (const each of missingOn(asked, hours)) others.set(JSON.stringify(each), each);
  }
  const closedDays: Shortfall[] = closed.length === 0 ? [] : [{ code: "closedDays", weekdays: closed }];
  return [...closedDays, ...others.values()];
}

/** A child goes to a site of its own school, where one is known. */
function within(facilities: WishableFacility[], careKind: CareKind): WishableFacility[] {
  const sites = facilities.filter(({ servesSchool }) => servesSchool);
  return careKind === "afterSchool" && sites.length > 0 ? sites : facilities;
}

/** Best coverage first, then the family's own quarter, then the nearest; those whose hours are not known come last. */
export function rateFacilities(facilities: WishableFacility[], asked: WishAsked): RatedFacility[] {
  const total = weeklyMinutes(asked.pattern);
  return within(facilities, asked.careKind)
    .filter((facility) => takesAge(facility, asked.ageMonths))
    .map((facility) => {
      const covered = coveredMinutes(asked.pattern, facility.opening);
      const coversAll = covered !== null && covered >= total;
      return {
        ...facility,
        coveredMinutes: covered,
        coversAll,
        sameQuarter: asked.quarterName !== null && facility.quarterName === asked.quarterName,
        kilometres: asked.home && facility.position ? kilometres(asked.home, facility.position) : null,
        shortfalls: covered === null || coversAll ? [] : shortfallsOf(asked.pattern, facility.opening),
      };
    })
    .sort(
      (a, b) =>
        (b.coveredMinutes ?? -1) - (a.coveredMinutes ?? -1) ||
        Number(b.sameQuarter) - Number(a.sameQuarter) ||
        (a.kilometres ?? farAway) - (b.kilometres ?? farAway) ||
        a.name.localeCompare(b.name, "fr"),
    );
}

/** What the guichet chooses when the family lets it: the school's sites, or the best for the hours, near home first. */
export function suggestWishes(rated: RatedFacility[]): string[] {
  const useful = rated.filter(({ coveredMinutes }) => coveredMinutes !== 0);
  return useful.slice(0, suggested).map(({ id }) => id);
}

/** Whether the family should be told of the relais petite enfance: no facility covers all the hours asked. */
export function needsAdvice(rated: RatedFacility[]): boolean {
  return !rated.some(({ coversAll }) => coversAll);
}
