import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { nextMeetingAfter } from "../rules/delays.ts";
import { isBirthDay } from "../rules/family-forms.ts";
import { mayTransition } from "../rules/lifecycle.ts";
import { findFamilyRequest, listRequestIdsOfChild, setBirth } from "../store/family-space.server.ts";
import { findStanding } from "../store/steps.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordStep } from "./record-step.server.ts";

export type BirthDeclared =
  | { ok: true }
  | { ok: false; error: "requests:error.changedMeanwhile" }
  | { ok: false; error: "allocation:family.birth.error.day"; field: "birthDay" };

/** A child that was expected is born: every request made for it goes to the next meeting. */
export async function declareBirth(
  visit: SignedVisit,
  birth: { careRequestId: string; version: number; birthDay: CalendarDay | ""; firstName: string },
): Promise<BirthDeclared> {
  const { now, today } = visit;
  return inTransaction(visit.db, async (tx): Promise<BirthDeclared> => {
    const request = await findFamilyRequest(tx, { id: birth.careRequestId });
    if (!request || !within(visit.scope, { householdId: request.householdId })) throw notFound();
    const { child } = request;
    const changed = { ok: false, error: "requests:error.changedMeanwhile" } as const;
    if (request.version !== birth.version || !mayTransition("declareBirth", request.status, "family"))
      return changed;
    if (!isBirthDay(birth.birthDay, child.expectedOn ?? today, today))
      return { ok: false, error: "allocation:family.birth.error.day", field: "birthDay" };
    if (!(await setBirth(tx, child.id, { birthDay: birth.birthDay, firstName: birth.firstName })))
      return changed;
    const nextStepBy = nextMeetingAfter(today, await readDelays(tx, today));
    for (const careRequestId of await listRequestIdsOfChild(tx, child.id)) {
      const standing = await findStanding(tx, careRequestId);
      if (!standing || !mayTransition("declareBirth", standing.status, "family")) continue;
      const by = { by: "family", accountId: visit.actor.accountId } as const;
      await recordStep(tx, { careRequestId, transition: "declareBirth", ...by, at: now, nextStepBy });
    }
    return { ok: true };
  });
}
