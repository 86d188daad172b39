import { type CalendarDay, monthsBetween } from "#app/calendar/rules/day.ts";

/** A child not born yet is counted from the day it is expected. */
export type ChildDays = { birthDay: CalendarDay | null; expectedOn: CalendarDay | null };

/** Completed months on a day; null when neither day is known. */
export function ageInMonths({ birthDay, expectedOn }: ChildDays, on: CalendarDay): number | null {
  const born = birthDay ?? expectedOn;
  return born === null ? null : monthsBetween(born, on);
}

/** Both bounds of a section are completed months, included. An age that is unknown fits nowhere. */
export function ageFits(
  section: { minAgeMonths: number; maxAgeMonths: number },
  child: ChildDays,
  on: CalendarDay,
): boolean {
  const age = ageInMonths(child, on);
  return age !== null && age >= section.minAgeMonths && age <= section.maxAgeMonths;
}
