import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { deleteClosure, listClosures } from "../store/closures.server.ts";
import { planDays } from "./plan-days.server.ts";
import { readClosureEffect } from "./read-closure-effect.server.ts";
import { requireFacility } from "./require-facility.server.ts";
import { tellClosure } from "./tell-closure.server.ts";

export type ClosureRemoved =
  | { ok: true; stays: number; households: number; writtenTo: number }
  | { ok: false; error: "attendance:closures.error.begun" };

/** Gives up a closure to come: the stays booked on its days are there again, and the families are told. */
export async function removeClosure(
  visit: SignedVisit,
  facilityId: string | undefined,
  closureId: string,
): Promise<ClosureRemoved> {
  const { now, today } = visit;
  return inTransaction(visit.db, async (tx): Promise<ClosureRemoved> => {
    const facility = await requireFacility({ ...visit, db: tx }, facilityId);
    const known = await listClosures(tx, facility.id, today);
    const closure = known.find(({ id }) => id === closureId);
    if (!closure || closure.fromDay <= today) return { ok: false, error: "attendance:closures.error.begun" };
    const others = { ...facility, closures: known.filter((each) => each !== closure) };
    const { stays, households, writtenTo, contracts } = await readClosureEffect(tx, others, closure, today);
    await deleteClosure(tx, closure.id);
    await planDays({ db: tx, now }, { only: contracts.map((contract) => contract.id) });
    await tellClosure(tx, "removed", closure, facility.name, contracts, now);
    await logFileRead({ ...visit, db: tx }, "facility", facility.id, "closure");
    return { ok: true, stays, households, writtenTo };
  });
}
