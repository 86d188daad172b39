// From when to when families book the hours of a day.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";

export type BookingUntil =
  /** At a minute of the day before. */
  | { kind: "eve"; minute: number }
  /** Until the hours begin. */
  | { kind: "start" }
  | { kind: "moment"; at: Date };

/** The last moment to book hours of a day. */
export function bookingEnd(day: CalendarDay, until: BookingUntil): Date {
  if (until.kind === "moment") return until.at;
  return until.kind === "eve" ? instantAt(addDays(day, -1), until.minute) : instantAt(day, 1440);
}
