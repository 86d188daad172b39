// What a family would take when there is no room for all its hours. Free of zod: browsers load it.
import { type WeeklyPattern, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";

export type FewerDays = {
  /** The fewest days a week; null: all the hours asked, or nothing. */
  minDays: number | null;
  /** Fewer days at a wished facility before the next wish, rather than the whole week anywhere first. */
  fewerDaysFirst: boolean;
};

export const allOrNothing: FewerDays = { minDays: null, fewerDaysFirst: false };

/** Days of the fullest week on which care begins: a night counts once. */
export function careDays(pattern: WeeklyPattern): number {
  return Math.max(
    0,
    ...typicalWeeks(pattern).map((week) => new Set(week.map(({ weekday }) => weekday)).size),
  );
}

/** The numbers of days that may be answered, the most first; none when there is nothing to share out. */
export function fewerDaysChoices(pattern: WeeklyPattern): number[] {
  const days = careDays(pattern);
  return Array.from({ length: Math.max(0, days - 1) }, (_, less) => days - 1 - less);
}

/** What is held of an answer once the hours are known: as many days as the week has is no fewer days. */
export function heldFewerDays({ minDays, fewerDaysFirst }: FewerDays, pattern: WeeklyPattern): FewerDays {
  if (minDays === null || !fewerDaysChoices(pattern).includes(minDays)) return allOrNothing;
  return { minDays, fewerDaysFirst };
}
