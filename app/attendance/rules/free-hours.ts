// The hours of real days at which a section may take one child more: licence, over-capacity, staff and weekly hours.
import { type CalendarDay, daysBetween } from "#app/calendar/rules/day.ts";
import { headsByQuarter, quarterAt, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { checksOf } from "#app/facilities/rules/limit-checks.ts";
import { addToWeeks, weeksOf } from "#app/facilities/rules/limit-weeks.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";

/** Hours in a section, on the clock of the world. */
export type SectionStay = { sectionId: string; day: CalendarDay; start: Date; end: Date };

const spanOf = ({ start, end }: Pick<SectionStay, "start" | "end">) => ({
  start: start.getTime(),
  end: end.getTime(),
});

/** Quarters of the clock, not rounded. */
function quartersOf({ clock }: FacilityLimits, stay: Pick<SectionStay, "start" | "end">) {
  const quarter = (instant: Date): number => (instant.getTime() - clock.start) / (quarterMinutes * 60_000);
  return { first: quarter(stay.start), last: quarter(stay.end) };
}

/**
 * The same limits with stays counted in (`1`), or out (`-1`): a child announced absent leaves its place to another.
 * Only what is held changes; `left` and `limitedBy` stay as they were.
 */
export function withStays(
  limits: FacilityLimits,
  stays: readonly SectionStay[],
  sign: 1 | -1,
): FacilityLimits {
  const { clock, whole } = limits;
  const counted = stays.filter(({ day }) => !limits.off.has(day));
  if (counted.length === 0) return limits;
  const [held, few] = [whole.held.slice(), whole.few.slice()];
  const sections = limits.sections.map((section) => {
    const own = counted.filter(({ sectionId }) => sectionId === section.id);
    if (own.length === 0) return section;
    const heads = headsByQuarter(clock, own.map(spanOf));
    for (let quarter = 0; quarter < clock.length; quarter++) {
      held[quarter]! += sign * heads[quarter]!;
      if (section.group === "few") few[quarter]! += sign * heads[quarter]!;
    }
    return { ...section, held: section.held.map((count, quarter) => count + sign * heads[quarter]!) };
  });
  const minutes = new Float64Array(limits.weeks.length);
  for (const stay of counted) addToWeeks(minutes, weeksOf(clock), 0, quartersOf(limits, stay), sign);
  const weeks = limits.weeks.map((week, index) => ({
    ...week,
    heldMinutes: week.heldMinutes + minutes[index]!,
    leftMinutes: week.leftMinutes === null ? null : week.leftMinutes - minutes[index]!,
  }));
  return { ...limits, sections, weeks, whole: { ...whole, held, few } };
}

/** How many children more a section may take at each quarter; 0 where it is closed or full. */
export function freePlaces(limits: FacilityLimits, sectionId: string): Int32Array {
  const section = limits.sections.find(({ id }) => id === sectionId);
  const free = new Int32Array(limits.clock.length);
  if (!section) return free;
  const checks = checksOf(limits, section, limits.policy);
  const { bounds } = weeksOf(limits.clock);
  for (const [week, { leftMinutes }] of limits.weeks.entries()) {
    if (leftMinutes !== null && leftMinutes < quarterMinutes) continue;
    for (let quarter = bounds[week]!; quarter < bounds[week + 1]!; quarter++) {
      if (section.licensed[quarter]! < 1) continue;
      const spare = Math.min(...checks.map((check) => check.spare(quarter) ?? Infinity));
      free[quarter] = Number.isFinite(spare) ? Math.max(0, spare + 1) : 0;
    }
  }
  return free;
}

/** Whether every quarter of these hours is free, and their minutes are still to be had in the week. */
export function isFree(
  limits: FacilityLimits,
  free: Int32Array,
  stay: Omit<SectionStay, "sectionId">,
): boolean {
  const { first, last } = quartersOf(limits, stay);
  const [from, to] = [Math.floor(first), Math.ceil(last)];
  if (limits.off.has(stay.day) || from < 0 || to > free.length || to <= from) return false;
  if (!free.subarray(from, to).every((places) => places > 0)) return false;
  const minutes = new Float64Array(limits.weeks.length);
  addToWeeks(minutes, weeksOf(limits.clock), 0, { first, last });
  return limits.weeks.every(({ leftMinutes }, week) => leftMinutes === null || minutes[week]! <= leftMinutes);
}

/** Minutes of a day between two half hours, with the places that are free all along them. */
export type FreeStretch = { start: number; end: number; places: number };

const step = 30;

/** The free half hours of a day from a minute on, put together while as many places are free. */
export function freeStretches(
  limits: FacilityLimits,
  free: Int32Array,
  day: CalendarDay,
  from = 0,
): FreeStretch[] {
  const index = daysBetween(limits.clock.from, day);
  const found: FreeStretch[] = [];
  for (let start = Math.ceil(from / step) * step; start < 1440; start += step) {
    const [first, last] = [
      quarterAt(limits.clock, index, start),
      quarterAt(limits.clock, index, start + step),
    ];
    const quarters = free.subarray(Math.floor(first), Math.ceil(last));
    const places = quarters.length === 0 ? 0 : Math.min(...quarters);
    const previous = found.at(-1);
    if (places < 1) continue;
    if (previous?.end === start && previous.places === places) previous.end = start + step;
    else found.push({ start, end: start + step, places });
  }
  return found;
}

/** The same without the number of places: what one child may take. */
export function freeRuns(stretches: readonly FreeStretch[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const last = runs.at(-1);
    if (last?.end === start) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}

/** The half hours at which a section is open on a day, for whoever chooses a beginning and an end. */
export function openHalfHours(limits: FacilityLimits, sectionId: string, day: CalendarDay): number[] {
  const section = limits.sections.find(({ id }) => id === sectionId);
  const index = daysBetween(limits.clock.from, day);
  const isOpen = (minute: number): boolean =>
    (section?.licensed[Math.floor(quarterAt(limits.clock, index, minute))] ?? 0) > 0;
  const minutes = Array.from({ length: 1440 / step + 1 }, (_, half) => half * step);
  return minutes.filter((minute) => (minute < 1440 && isOpen(minute)) || (minute > 0 && isOpen(minute - 1)));
}
