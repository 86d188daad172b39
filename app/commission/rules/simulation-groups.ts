// In which groups a request is counted when two grids are compared. From what the town already knows: no income is asked.
import type { ChildDays } from "#app/allocation/rules/child-age.ts";
import { ageInMonths } from "#app/allocation/rules/child-age.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type TimeBands, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import { type WeeklyPattern, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import type { RequestFacts } from "./facts.ts";

export const dimensions = ["quarter", "family", "income", "hours", "days", "age"] as const;
export type Dimension = (typeof dimensions)[number];

/** The groups of every dimension but the quarter, in the order of reading. Words: `commission:simulation.<dimension>.<group>`. */
export const groupsOf = {
  family: ["singleParent", "bothWork", "other"],
  income: ["minimum", "other"],
  hours: ["standard", "atypical", "night"],
  days: ["upTo2", "upTo3", "upTo4", "upTo5", "upTo7"],
  age: ["under1", "under2", "under3", "under6", "from6", "unknown"],
} as const satisfies Record<Exclude<Dimension, "quarter">, readonly string[]>;

/** Quarters go by their name; these two are not names. */
export const noQuarter = { outside: "#outside", unknown: "#unknown" } as const;

export type SimulatedGroups = Record<Dimension, string>;

type Grouped = { pattern: WeeklyPattern; child: ChildDays; startOn: CalendarDay; quarter: string | null };
type Known = Pick<RequestFacts, "stated" | "resident">;
type Settings = { bands: TimeBands; startFrom: CalendarDay };

/** Days of care in an average week, a night counted on the day it begins. */
function daysAWeek(pattern: WeeklyPattern): number {
  const weeks = typicalWeeks(pattern);
  const days = weeks.map((slots) => new Set(slots.map(({ weekday }) => weekday)).size);
  return weeks.length === 0 ? 0 : days.reduce((sum, each) => sum + each, 0) / weeks.length;
}

function daysGroup(days: number): string {
  return `upTo${[2, 3, 4, 5].find((most) => days <= most) ?? 7}`;
}

function ageGroup(child: ChildDays, on: CalendarDay): string {
  const months = ageInMonths(child, on);
  if (months === null) return "unknown";
  const years = [1, 2, 3, 6].find((most) => months < most * 12);
  return years === undefined ? "from6" : `under${years}`;
}

function hoursGroup(pattern: WeeklyPattern, bands: TimeBands): string {
  const { atypical, night } = hoursByBand(pattern, bands);
  return night > 0 ? "night" : atypical > 0 ? "atypical" : "standard";
}

/** Facts as families state them: a proof that is missing changes the points, not the family. */
export function groupsOfRequest(
  { pattern, child, startOn, quarter }: Grouped,
  { stated, resident }: Known,
  { bands, startFrom }: Settings,
): SimulatedGroups {
  const says = (code: string): boolean => stated.some((fact) => fact.code === code);
  return {
    quarter: quarter ?? (resident === false ? noQuarter.outside : noQuarter.unknown),
    family: says("single-parent") ? "singleParent" : says("both-parents-work") ? "bothWork" : "other",
    income: says("integration-path") || says("caf-referral") ? "minimum" : "other",
    hours: hoursGroup(pattern, bands),
    days: daysGroup(daysAWeek(pattern)),
    age: ageGroup(child, startOn > startFrom ? startOn : startFrom),
  };
}

/** Quarters by their name, then those that are not one; other groups in their order. */
export function compareGroups(dimension: Dimension): (a: string, b: string) => number {
  if (dimension === "quarter")
    return (a, b) => Number(a.startsWith("#")) - Number(b.startsWith("#")) || a.localeCompare(b, "fr");
  const order: readonly string[] = groupsOf[dimension];
  return (a, b) => order.indexOf(a) - order.indexOf(b);
}
