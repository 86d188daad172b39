// The desk has read a request: it is referred, and joins the list when the child is born.
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { birthToldBefore, nextMeetingAfter } from "#app/requests/rules/delays.ts";
import { agentOf } from "./accounts.ts";
import type { Build } from "./build.ts";
import type { DemoRequest } from "./care-request.ts";
import { deskDay, deskMoment, familyMoment, recordTransition } from "./history.ts";
import { addFacts } from "./priority.ts";
import { addReferrals, namesOf } from "./referrals.ts";

/** Days within which parents tell a birth to the guichet. */
const toldWithin = [3, 18] as const;

/** Returns the day on which the request joined the list, or was read when the child is still expected. */
export function joinTheList(build: Build, request: DemoRequest): CalendarDay {
  const { row, rng, submittedOn, child } = request;
  const handlerId = row.handlerId!;
  const readOn = deskDay(build, submittedOn, 1, 4, rng);
  const accountId = agentOf(handlerId);
  request.listedOn = readOn;
  addReferrals(build, request, readOn);
  addFacts(build, request, { reading: "read", on: readOn, by: accountId ?? handlerId });
  const details = { to: namesOf(request.proposals) };
  const step = { at: deskMoment(readOn, rng), by: "desk", accountId, details } as const;
  const { delays } = build.parameters;
  row.nextStepBy = nextMeetingAfter(build.today, delays);
  if (child.birthDay && child.birthDay <= readOn) {
    recordTransition(build, row, "refer", step);
    return readOn;
  }
  recordTransition(build, row, "awaitBirth", step);
  if (!child.birthDay) {
    row.nextStepBy = birthToldBefore(child.expectedOn!, delays);
    return readOn;
  }
  const toldOn = addDays(child.birthDay, rng.between(...toldWithin));
  recordTransition(build, row, "declareBirth", { at: familyMoment(toldOn, rng), by: "family" });
  request.listedOn = toldOn;
  return toldOn;
}
