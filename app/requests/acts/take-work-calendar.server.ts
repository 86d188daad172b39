import type { Visit } from "#app/access/visit.server.ts";
import { addDays, mondayOf } from "#app/calendar/rules/day.ts";
import {
  type WorkCalendar,
  maxWorkWeeks,
  readWorkCalendar,
} from "#app/platform/files/read-work-calendar.server.ts";
import type { AskProblem } from "../rules/ask-form-answers.ts";
import { type TypedHours, largestCalendar } from "../rules/ask-form-hours.ts";
import { calendarProblem, readTravel } from "../rules/ask-form-calendar.ts";

export type TakenCalendar = { hours: TypedHours; problems: AskProblem[] };

const refusals: Record<(WorkCalendar & { ok: false })["error"], string> = {
  "calendar:workCalendar.tooLarge": "calendarTooLarge",
  "calendar:workCalendar.notCalendar": "calendarNotCalendar",
  "calendar:workCalendar.noEvent": "calendarNoEvent",
  "calendar:workCalendar.tooMany": "calendarTooMany",
};

const refused = (hours: TypedHours, code: string): TakenCalendar => ({
  hours,
  problems: [{ name: "calendar", code }],
});

function checked(hours: TypedHours, before: TypedHours): TakenCalendar {
  const problem = calendarProblem(hours);
  return problem ? { hours: before, problems: [problem] } : { hours, problems: [] };
}

/**
 * Reads the calendar of an employer into the hours typed, for the family to decide. The file itself is not kept,
 * nor anything of it but when each shift begins and ends.
 */
export function takeWorkCalendar(
  { today }: Visit,
  hours: TypedHours,
  bytes: Uint8Array | null,
): TakenCalendar {
  const { problems } = readTravel(hours);
  if (problems.length > 0) return { hours, problems };
  if (!bytes) return hours.calendar ? checked(hours, hours) : refused(hours, "calendarMissing");
  if (bytes.length > largestCalendar) return refused(hours, "calendarTooLarge");
  const from = mondayOf(today);
  const read = readWorkCalendar(bytes, { from, to: addDays(from, 7 * maxWorkWeeks - 1) });
  if (!read.ok) return refused(hours, refusals[read.error]);
  const shifts = read.shifts.map(({ start, end }) => ({ start: start.getTime(), end: end.getTime() }));
  if (shifts.length === 0) return refused(hours, "calendarNoShift");
  return checked({ ...hours, calendar: { shifts, leftOut: { ...read.ignored } } }, hours);
}
