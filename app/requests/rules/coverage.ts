// How well a facility suits a request: the age on the start day, and how much of the hours it is open for.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { monthsBetween } from "#app/calendar/rules/day.ts";
import { inWeek, weeklyMinutesWithin } from "#app/calendar/rules/intervals.ts";
import { type WeeklyPattern, weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import type { OpeningRange } from "./referral-reasons.ts";

export type Opening = { weekday: number; startMinute: number; endMinute: number };

export type Candidate = {
  id: string;
  name: string;
  organisationId: string | null;
  minAgeMonths: number | null;
  maxAgeMonths: number | null;
  opening: Opening[];
  servesSchool: boolean;
  wishRank: number | null;
};

export type Rating = {
  takesAge: boolean;
  /** 0 to 100, rounded down; null when its opening hours are unknown. */
  percent: number | null;
};
export type RatedCandidate = Candidate & Rating;

/** Rounded down: 99.7 % of the hours is not all of them. */
export function percentOf(coveredMinutes: number, weekly: number): number {
  if (weekly <= 0) return 0;
  return Math.floor((100 * Math.min(coveredMinutes, weekly)) / weekly);
}

export function coveredPercent(pattern: WeeklyPattern, opening: Opening[]): number | null {
  if (opening.length === 0) return null;
  const open = opening.flatMap(({ weekday, startMinute, endMinute }) =>
    inWeek({ weekday, start: startMinute, end: endMinute }),
  );
  return percentOf(weeklyMinutesWithin(pattern, open), weeklyMinutes(pattern));
}

/** Unknown limits do not exclude anybody. */
export function takesAge(
  facility: Pick<Candidate, "minAgeMonths" | "maxAgeMonths">,
  months: number,
): boolean {
  const { minAgeMonths, maxAgeMonths } = facility;
  return (
    (minAgeMonths === null || months >= minAgeMonths) && (maxAgeMonths === null || months <= maxAgeMonths)
  );
}

/** Completed months on the start day; 0 for a child born later, null when neither day is known. */
export function ageAtStart(
  child: { birthDay: string | null; expectedOn: string | null },
  startOn: string,
): number | null {
  const from = child.birthDay ?? child.expectedOn;
  return from === null ? null : Math.max(0, monthsBetween(from as CalendarDay, startOn as CalendarDay));
}

/** Best coverage first, then the family's own order, then by name. */
export function rate<C extends Candidate>(
  candidates: C[],
  { pattern, ageMonths }: { pattern: WeeklyPattern; ageMonths: number },
): (C & Rating)[] {
  return candidates
    .map((each) => ({
      ...each,
      takesAge: takesAge(each, ageMonths),
      percent: coveredPercent(pattern, each.opening),
    }))
    .sort(
      (a, b) =>
        (b.percent ?? -1) - (a.percent ?? -1) ||
        (a.wishRank ?? 99) - (b.wishRank ?? 99) ||
        a.name.localeCompare(b.name, "fr"),
    );
}

/** Weekdays with the same hours, put together. */
export function openingRanges(opening: Opening[]): OpeningRange[] {
  const ranges = new Map<string, OpeningRange>();
  const ordered = [...opening].sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
  for (const { weekday, startMinute: start, endMinute: end } of ordered) {
    const key = `${start}-${end}`;
    const range = ranges.get(key) ?? { weekdays: [], start, end };
    range.weekdays.push(weekday);
    ranges.set(key, range);
  }
  return [...ranges.values()];
}
