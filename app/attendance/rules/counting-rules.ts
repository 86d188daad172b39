// How one facility counts its hours: what the town decided for its kind of care, what it chose itself, its licence.
import { type CalendarDay, asDay } from "#app/calendar/rules/day.ts";
import type { QuarterHours } from "#app/calendar/rules/quarter-hours.ts";
import type { DatedBand } from "#app/facilities/rules/capacity.ts";
import { type CareKind, type FacilityKind, careKindOf } from "#app/facilities/rules/kinds.ts";
import { type FacilitySettings, usualSettings } from "#app/facilities/rules/settings.ts";
import type { AbsenceRule } from "./absence-deduction.ts";
import type { AfterSchoolCounting } from "./after-school-caps.ts";
import { spansOf } from "./band-clock.ts";
import type { BillingRule } from "./billed-hours.ts";
import type { CountingRules } from "./occupancy-series.ts";

/** Dated parameters, in force on the last day of a period. */
export type CountingParameters = {
  billing: Record<CareKind, BillingRule["basis"]>;
  absences: Record<CareKind, AbsenceRule>;
  afterSchool: AfterSchoolCounting;
};

type Hours = { weekday: number; startMinute: number; endMinute: number };
type CountingSettings = Pick<
  FacilitySettings,
  "roundingMinutes" | "toleranceMinutes" | "absenceCutOffDays" | "absenceCutOffMinute"
>;
type CountingFacility = {
  kind: FacilityKind;
  openingHours: readonly Hours[];
  settings: readonly (CountingSettings & { validFrom: CalendarDay })[];
};

/** The settings in force on the last day of the period: they change with a month. */
export function countingRules(
  { kind, openingHours, settings }: CountingFacility,
  clock: QuarterHours,
  { billing, absences, afterSchool }: CountingParameters,
): CountingRules {
  const care = careKindOf(kind);
  const chosen = settings
    .filter(({ validFrom }) => validFrom <= clock.to)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
    .at(-1);
  const { roundingMinutes, toleranceMinutes, ...cutOff } = chosen ?? usualSettings;
  const opening = openingHours.map(({ weekday, startMinute, endMinute }) => ({
    weekdays: [weekday],
    start: startMinute,
    end: endMinute,
  }));
  return {
    billing: { basis: billing[care], roundingMinutes, toleranceMinutes },
    absences: absences[care],
    cutOff,
    wholeBands: care === "afterSchool" ? { bands: spansOf(clock, opening), counting: afterSchool } : null,
  };
}

const always = { validFrom: asDay("0001-01-01"), validTo: null };

/** Places × opening hours, for a facility whose licence is not detailed by hour; none when nothing is known. */
export function licenceOf({
  bands,
  places,
  openingHours,
}: {
  bands: DatedBand[];
  places: number | null;
  openingHours: readonly Hours[];
}): DatedBand[] {
  if (bands.length > 0 || places === null) return bands;
  return openingHours.map((hours) => ({ ...hours, ...always, places }));
}
