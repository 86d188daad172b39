import type { Visit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import { type HoursByBand, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { readBefore } from "../rules/delays.ts";
import { type PriorityFactRule, priorityFacts } from "../rules/priority-facts.ts";
import { readDelays } from "./read-delays.server.ts";

export type SubmissionSettings = {
  hoursByBand: (pattern: WeeklyPattern) => HoursByBand;
  readBefore: (day: CalendarDay) => CalendarDay;
  facts: PriorityFactRule[];
};

/** The parameters that a request sent today lives by. */
export async function readSubmissionSettings({ db, today }: Visit): Promise<SubmissionSettings> {
  const bands = await readParameter(db, "time-bands", today, timeBands);
  const delays = await readDelays(db, today);
  return {
    hoursByBand: (pattern) => hoursByBand(pattern, bands),
    readBefore: (day) => readBefore(day, delays),
    facts: await readParameter(db, "priority-facts", today, priorityFacts),
  };
}
