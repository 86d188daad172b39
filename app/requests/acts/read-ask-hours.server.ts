import type { Visit } from "#app/access/visit.server.ts";
import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { foundCalendar } from "../rules/ask-form-calendar.ts";
import type { FoundCalendar } from "../rules/ask-form-found.ts";
import { type TypedHours, readSlots } from "../rules/ask-form-hours.ts";
import type { ClockChange } from "../rules/clock-change-nights.ts";
import { clockChanges, clockMonths } from "../rules/clock-changes.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskHoursPage = AskFrame & {
  hours: TypedHours;
  careKind: CareKind;
  bands: TimeBands;
  /** Children answered before, whose hours may be taken. */
  same: { child: number; name: string }[];
  /** What an employer's calendar held, while the family has not said what to do with it. */
  found: FoundCalendar | null;
  today: CalendarDay;
  clockChanges: ClockChange[];
};

export async function readAskHours(visit: Visit, request: Request): Promise<AskHoursPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "hours");
  const { hours, kind } = draft.children[frame.child]!;
  return {
    ...frame,
    // What was read goes to the page as it was understood, not as it is kept.
    hours: { ...hours, calendar: null },
    careKind: kind === "afterSchool" ? "afterSchool" : "nursery",
    bands: await readParameter(visit.db, "time-bands", visit.today, timeBands),
    same: draft.children
      .map((each, child) => ({ child, name: each.firstName.trim(), hours: each.hours }))
      .filter((each) => each.child < frame.child && !isEmptyPattern(readSlots(each.hours).pattern))
      .map(({ child, name }) => ({ child, name })),
    found: foundCalendar(hours),
    today: visit.today,
    clockChanges: clockChanges(visit.today, addMonths(visit.today, clockMonths)),
  };
}
