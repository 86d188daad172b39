import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { schoolYearOf } from "#app/calendar/rules/school-year.ts";

/** Contracts run to the end of the school year they begin in, unless the agent says otherwise. */
export function usualEnd(startOn: CalendarDay): CalendarDay {
  return `${schoolYearOf(startOn) + 1}-08-31` as CalendarDay;
}
