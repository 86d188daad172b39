import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";

/** Two months of silence refuse a request that no text of law regulates (CRPA L231-4). */
export function silenceRefusesOn(receivedOn: CalendarDay): CalendarDay {
  return addMonths(receivedOn, 2);
}
