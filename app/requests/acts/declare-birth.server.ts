import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { mayTellBirth } from "../rules/birth.ts";
import { nextMeetingAfter } from "../rules/delays.ts";
import { isBirthDay } from "../rules/family-forms.ts";
import { mayTransition, statusMeaning } from "../rules/lifecycle.ts";
import { findFamilyRequest, listRequestIdsOfChild, setBirth } from "../store/family-space.server.ts";
import { findStanding } from "../store/steps.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordRemark } from "./record-remark.server.ts";
import { recordStep } from "./record-step.server.ts";

export type BirthDeclared =
  | { ok: true }
  | { ok: false; error: "requests:error.changedMeanwhile" }
  | { ok: false; error: "allocation:family.birth.error.day"; field: "birthDay" };

/** A child that was expected is born: every request that waited for it goes to the next meeting. */
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
    if (request.version !== birth.version || !mayTellBirth(request)) return changed;
    if (!isBirthDay(birth.birthDay, child.expectedOn ?? today, today))
      return { ok: false, error: "allocation:family.birth.error.day", field: "birthDay" };
    if (!(await setBirth(tx, child.id, { birthDay: birth.birthDay, firstName: birth.firstName })))
      return changed;
    const nextStepBy = nextMeetingAfter(today, await readDelays(tx, today));
    const by = { by: "family", accountId: visit.actor.accountId } as const;
    for (const careRequestId of await listRequestIdsOfChild(tx, child.id)) {
      const standing = await findStanding(tx, careRequestId);
      if (!standing || statusMeaning[standing.status].outcome === "closed") continue;
      if (mayTransition("declareBirth", standing.status, "family"))
        await recordStep(tx, { careRequestId, transition: "declareBirth", ...by, at: now, nextStepBy });
      // It stays where it is: a place offered or accepted is still so.
      else await recordRemark(tx, { careRequestId, kind: "declareBirth", ...by, at: now });
    }
    return { ok: true };
  });
}
