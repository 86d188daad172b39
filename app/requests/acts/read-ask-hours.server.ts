import type { Visit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays, isDay, mondayOf } from "#app/calendar/rules/day.ts";
import { timeBands } from "#app/calendar/rules/schemas.ts";
import type { TimeBands } from "#app/calendar/rules/time-bands.ts";
import { weekOfCycle } from "#app/calendar/rules/weekly-pattern.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type TypedHours, readSlots } from "../rules/ask-form-hours.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskHoursPage = AskFrame & {
  hours: TypedHours;
  careKind: CareKind;
  bands: TimeBands;
  /** Children answered before, whose hours may be taken. */
  same: { child: number; name: string }[];
  /** A Monday of week A, and of week B, so that a family knows which is which. */
  mondays: [CalendarDay, CalendarDay];
  today: CalendarDay;
};

export async function readAskHours(visit: Visit, request: Request): Promise<AskHoursPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "hours");
  const { hours, kind } = draft.children[frame.child]!;
  const from = isDay(hours.startOn) && hours.startOn > visit.today ? hours.startOn : visit.today;
  const monday = mondayOf(from);
  const other = addDays(monday, 7);
  return {
    ...frame,
    hours,
    careKind: kind === "afterSchool" ? "afterSchool" : "nursery",
    bands: await readParameter(visit.db, "time-bands", visit.today, timeBands),
    same: draft.children
      .map((each, child) => ({ child, name: each.firstName.trim(), hours: each.hours }))
      .filter((each) => each.child < frame.child && readSlots(each.hours).pattern.slots.length > 0)
      .map(({ child, name }) => ({ child, name })),
    mondays: weekOfCycle(monday) === 0 ? [monday, other] : [other, monday],
    today: visit.today,
  };
}
