import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { refuseClosure } from "../rules/closure-form.ts";
import type { Closure } from "../rules/days-off.ts";
import { insertClosure } from "../store/closures.server.ts";
import { listFacilityOccasional } from "../store/occasional.server.ts";
import { planDays } from "./plan-days.server.ts";
import { readClosureEffect } from "./read-closure-effect.server.ts";
import { recordOccasionalEnd } from "./record-occasional.server.ts";
import { requireFacility } from "./require-facility.server.ts";
import { tellClosure } from "./tell-closure.server.ts";

export type ClosureAdded =
  | { ok: true; stays: number; households: number; writtenTo: number }
  | { ok: false; errors: Record<string, string> };

/** Closes a facility: the stays of these days leave the day lists, and the families are told. */
export async function addClosure(
  visit: SignedVisit,
  facilityId: string | undefined,
  closure: Closure,
): Promise<ClosureAdded> {
  const { now, today } = visit;
  return inTransaction(visit.db, async (tx): Promise<ClosureAdded> => {
    const facility = await requireFacility({ ...visit, db: tx }, facilityId);
    const errors = refuseClosure(closure, facility.closures, today);
    if (errors) return { ok: false, errors };
    const { stays, households, writtenTo, contracts } = await readClosureEffect(tx, facility, closure, today);
    const id = await insertClosure(tx, facility.id, closure);
    // Nobody books, waits or is asked on a day without care.
    for (const stay of await listFacilityOccasional(tx, facility.id, closure.fromDay, closure.toDay))
      if (stay.start > now) await recordOccasionalEnd(tx, stay, now);
    await planDays({ db: tx, now }, { only: contracts.map((contract) => contract.id) });
    await tellClosure(tx, "added", { ...closure, id }, facility.name, contracts, now);
    await logFileRead({ ...visit, db: tx }, "facility", facility.id, "closure");
    return { ok: true, stays, households, writtenTo };
  });
}
