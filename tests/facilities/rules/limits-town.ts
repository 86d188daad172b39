// A crèche to test limits on: Monday to Friday, in hours.
import { type CalendarDay, type Weekday, asDay } from "#app/calendar/rules/day.ts";
import type { WeekSlot, WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { DatedBand, Holding } from "#app/facilities/rules/capacity.ts";
import {
  overCapacityRule,
  staffRatio,
  type LimitParameters,
} from "#app/facilities/rules/limit-parameters.ts";
import { wholeWeeks } from "#app/facilities/rules/limit-weeks.ts";
import { type LimitsAsked, type SectionAsked, limitsByQuarter } from "#app/facilities/rules/limits.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import { type StaffBand, usualSettings } from "#app/facilities/rules/settings.ts";
import rows from "../../../prisma/seed/parameters.json";

const value = (code: string): unknown => rows.find((row) => row.code === code)!.value;
/** As they are seeded. */
export const parameters: LimitParameters = {
  overCapacity: overCapacityRule.parse(value("over-capacity")),
  staffRatio: staffRatio.parse(value("staff-ratio")),
};

export const monday = asDay("2026-10-05");
export const weekdays = [1, 2, 3, 4, 5];

export function bandsOf(start: number, end: number, places: number, on: number[] = weekdays): DatedBand[] {
  return on.map((weekday) => ({
    weekday,
    startMinute: start * 60,
    endMinute: end * 60,
    places,
    validFrom: asDay("2020-01-01"),
    validTo: null,
  }));
}

export function staffOf(start: number, end: number, staff: number, on: number[] = weekdays): StaffBand[] {
  return bandsOf(start, end, 0, on).map(({ places: _places, ...band }) => ({
    ...band,
    sectionId: null,
    staff,
  }));
}

export function pattern(start: number, end: number, on: number[] = weekdays): WeeklyPattern {
  const slots = on.map((weekday): WeekSlot => ({
    weekday: weekday as Weekday,
    start: start * 60,
    end: end * 60,
  }));
  return { cycleWeeks: 1, slots: slots.map((slot) => ({ ...slot, week: 0 })) };
}

export function held(hours: WeeklyPattern, startOn = "2026-01-05", endOn: string | null = null): Holding {
  return { pattern: hours, startOn: asDay(startOn), endOn: endOn as CalendarDay | null };
}

export const times = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);

export function section(
  bands: DatedBand[],
  holdings: Holding[],
  more: Partial<SectionAsked> = {},
): SectionAsked {
  return { id: "all", bands, holdings, walking: true, ...more };
}

/** Four weeks from the Monday on. */
export function limitsOf(sections: SectionAsked[], more: Partial<LimitsAsked> = {}): FacilityLimits {
  return limitsByQuarter({
    clock: wholeWeeks(monday, asDay("2026-11-01")),
    kind: "multiAccueil",
    sections,
    staffBands: [],
    settings: usualSettings,
    parameters,
    ...more,
  });
}
