// School terms and holidays, from the imported school calendar.
import { type CalendarDay, addMonths } from "./day.ts";

export const schoolPeriodKinds = ["term", "holiday", "bridge", "public-holiday"] as const;
export type SchoolPeriodKind = (typeof schoolPeriodKinds)[number];

/**
 * `term`: `fromDay` opens a school year. `holiday`: `toDay` is the day of return, excluded; empty when not yet
 * known. `bridge` and `public-holiday`: both bounds are days off.
 */
export type SchoolPeriod = {
  kind: SchoolPeriodKind;
  fromDay: CalendarDay;
  toDay: CalendarDay | null;
  label: string;
};

/** The year in which the school year of a day began; July and before belong to the one under way. */
export function schoolYearOf(day: CalendarDay): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) >= "08" ? year : year - 1;
}

/** Holidays whose return is not known last until the next term that is. */
function covers(period: SchoolPeriod, day: CalendarDay, latestTerm: CalendarDay): boolean {
  if (day < period.fromDay) return false;
  switch (period.kind) {
    case "term":
      return false;
    case "holiday":
      return period.toDay === null ? latestTerm <= period.fromDay : day < period.toDay;
    case "bridge":
    case "public-holiday":
      return day <= (period.toDay ?? period.fromDay);
  }
}

/** The holiday, bridge or imported public holiday that a day falls in. */
export function schoolPeriodOn(day: CalendarDay, periods: SchoolPeriod[]): SchoolPeriod | null {
  const latestTerm = latestTermBefore(day, periods);
  if (!latestTerm) return null;
  return periods.find((each) => covers(each, day, latestTerm)) ?? null;
}

function latestTermBefore(day: CalendarDay, periods: SchoolPeriod[]): CalendarDay | null {
  const terms = periods.filter(({ kind, fromDay }) => kind === "term" && fromDay <= day);
  return (
    terms
      .map(({ fromDay }) => fromDay)
      .sort()
      .at(-1) ?? null
  );
}

/** "unknown" before the first imported term, and from a year after the last one, unless the file says holidays. */
export function schoolTimeOn(day: CalendarDay, periods: SchoolPeriod[]): "term" | "holidays" | "unknown" {
  const latestTerm = latestTermBefore(day, periods);
  if (!latestTerm) return "unknown";
  const period = schoolPeriodOn(day, periods);
  const open = period?.kind === "holiday" && period.toDay === null;
  if (period && !open) return "holidays";
  if (day >= addMonths(latestTerm, 12)) return "unknown";
  return open ? "holidays" : "term";
}

/** Weekends of a term are in term: whether a site opens that weekday is its own affair. */
export function isInSchoolTerm(day: CalendarDay, periods: SchoolPeriod[]): boolean {
  return schoolTimeOn(day, periods) === "term";
}
