// Stretches of a day that one count is enough for: those where whoever comes at some moment comes at the fullest one,
// which has no more places than the others. Nothing is lost by it, and a family reads "mardi, de 7 h 30 à 12 h".
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Supply } from "./facility-supply.ts";
import { type HalfHours, halfHoursOfDay, halfHoursOfWeek } from "./half-hours.ts";

/** Hours at the facility, held or asked for, in the section of each period. */
export type Presence = {
  mask: HalfHours;
  from: CalendarDay;
  to: CalendarDay | null;
  /** Of each period, at the place of the period. */
  sections: (string | null)[];
  /** Where else it is during the same period: a child that changes section holds a place in both. */
  also?: readonly string[];
  staffUnits: number;
};

/** Half-hours of a weekday, `last` excluded; `at` is the fullest. */
export type Run = { weekday: number; first: number; last: number; at: number };

export const holds = (mask: HalfHours, halfHour: number, week: 0 | 1 | null): boolean =>
  week === null
    ? mask[halfHour] === 1 || mask[halfHour + halfHoursOfWeek] === 1
    : mask[halfHour + week * halfHoursOfWeek] === 1;

/** Half-hours at which something begins to differ from the one before. */
function boundaries(presences: readonly Presence[], supply: Supply): Uint8Array {
  const cut = new Uint8Array(halfHoursOfWeek);
  const compare = (week: ArrayLike<number>, offset = 0): void => {
    for (let at = 1; at < halfHoursOfWeek; at += 1)
      if (week[offset + at] !== week[offset + at - 1]) cut[at] = 1;
  };
  for (const { mask } of presences) {
    compare(mask);
    compare(mask, halfHoursOfWeek);
  }
  for (const week of countsOf(supply)) compare(week);
  return cut;
}

function countsOf(supply: Supply): ArrayLike<number>[] {
  const { sections, total, hardSections, hardTotal, staff, long } = supply;
  return [...sections.values(), ...hardSections.values(), total, hardTotal, staff, long];
}

/** Runs of half-hours alike, within a day, that somebody asks for. */
function evenRuns(asked: readonly Presence[], cut: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < halfHoursOfWeek; at += 1) {
    if (!asked.some(({ mask }) => holds(mask, at, null))) continue;
    const last = runs.at(-1);
    const weekday = Math.floor(at / halfHoursOfDay) + 1;
    if (last && last.last === at && last.weekday === weekday && cut[at] === 0) last.last += 1;
    else runs.push({ weekday, first: at, last: at + 1, at });
  }
  return runs;
}

/** Whether whoever is there at one moment is there at another too, which has as few places or fewer. */
function within(one: number, other: number, presences: readonly Presence[], supply: Supply): boolean {
  const enough = countsOf(supply).every((week) =>
    week === supply.long ? week[one] === week[other] : week[one]! >= week[other]!,
  );
  // Adults not on record limit nothing: they are not the fewest.
  const known = supply.staff[one]! >= 0 === supply.staff[other]! >= 0;
  return (
    enough &&
    known &&
    presences.every(
      ({ mask }) =>
        mask[one]! <= mask[other]! && mask[one + halfHoursOfWeek]! <= mask[other + halfHoursOfWeek]!,
    )
  );
}

/**
 * The runs of a period, in the order of the week.
 * @param joined false to keep every half-hour that differs apart: hours are then counted too
 */
export function runsOf(
  asked: readonly Presence[],
  everybody: readonly Presence[],
  supply: Supply,
  joined: boolean,
): Run[] {
  const even = evenRuns(asked, boundaries(everybody, supply));
  if (!joined) return even;
  const runs: Run[] = [];
  for (const next of even) {
    const last = runs.at(-1);
    const touching = last && last.last === next.first && last.weekday === next.weekday;
    if (touching && within(next.at, last.at, everybody, supply)) last.last = next.last;
    else if (touching && within(last.at, next.at, everybody, supply)) {
      last.last = next.last;
      last.at = next.at;
    } else runs.push({ ...next });
  }
  return runs;
}

/** Whether somebody's weeks A and B differ at the fullest moment of a run. */
export function alternates(presences: readonly Presence[], { at }: Run): boolean {
  return presences.some(({ mask }) => mask[at] !== mask[at + halfHoursOfWeek]);
}
