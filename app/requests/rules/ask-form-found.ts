// What was understood of an employer's calendar, as the page shows it.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";

export const leftOutReasons = [
  "allDay",
  "cancelled",
  "outside",
  "otherZone",
  "unreadable",
  "joined",
] as const;

/** What was understood of a calendar, for the family to decide. */
export type FoundCalendar = {
  shifts: number;
  firstDay: CalendarDay;
  lastDay: CalendarDay;
  /** The hours of care, week by week. */
  rota: WeeklyPattern;
  /** The weeks that repeat, when they do. */
  cycle: WeeklyPattern | null;
  leftOut: Record<string, number>;
};
