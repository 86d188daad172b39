// The adults planned on a day against those that its children need, as the limits of the law count them.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";

export type Shortage = { start: Date; end: Date; missing: number };

export type DayStaff = {
  /** The most there are at once; null when no plan is on record. */
  planned: number | null;
  /** The most that are needed at once. */
  needed: number;
  /** When fewer are planned than needed. */
  short: Shortage[];
};

/** Days with children or a plan; the others are left out. */
export function staffOfDays({ clock, whole }: FacilityLimits): Map<CalendarDay, DayStaff> {
  const { staffPlanned, staffNeeded } = whole;
  const at = (quarter: number): Date => new Date(clock.start + quarter * quarterMinutes * 60_000);
  const found = new Map<CalendarDay, DayStaff>();
  for (let index = 0; index + 1 < clock.midnights.length; index++) {
    const [from, to] = [clock.midnights[index]!, clock.midnights[index + 1]!];
    let [planned, needed] = [-1, 0];
    const short: Shortage[] = [];
    for (let quarter = from; quarter < to; quarter++) {
      planned = Math.max(planned, staffPlanned[quarter]!);
      needed = Math.max(needed, staffNeeded[quarter]!);
      const missing = staffPlanned[quarter]! < 0 ? 0 : staffNeeded[quarter]! - staffPlanned[quarter]!;
      if (missing <= 0) continue;
      const last = short.at(-1);
      if (last && last.end.getTime() === at(quarter).getTime()) {
        last.end = at(quarter + 1);
        last.missing = Math.max(last.missing, missing);
      } else short.push({ start: at(quarter), end: at(quarter + 1), missing });
    }
    if (needed === 0 && planned <= 0) continue;
    found.set(addDays(clock.from, index), { planned: planned < 0 ? null : planned, needed, short });
  }
  return found;
}
