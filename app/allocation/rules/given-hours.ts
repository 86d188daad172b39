// The hours that an offer would hold.
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { OfferedHours } from "./offer-form.ts";
import { type Opening, withinOpening } from "./opening-hours.ts";

export function givenHours(hours: OfferedHours, asked: WeeklyPattern, openings: Opening[]): WeeklyPattern {
  // Occasional care holds nothing beforehand: the family books free hours.
  if (hours === "occasional") return { cycleWeeks: 1, slots: [] };
  return hours === "opening" ? withinOpening(asked, openings) : asked;
}
