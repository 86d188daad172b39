import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { ContractRefusal } from "../rules/contract-refusal.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { insertContract } from "../store/contracts.server.ts";
import { listOccasionalContracts } from "../store/occasional-days.server.ts";
import { requireAgreement } from "./require-agreement.server.ts";

export type OccasionalToOpen = {
  facilityId: string;
  /** The agreement by which the facility knows the child. */
  agreementId: string;
  sectionId: string;
  startOn: CalendarDay;
  endOn: CalendarDay;
};

/** A contract is signed for a year at most. */
const longest = 366;

/**
 * An occasional contract for a child who has, or had, a contract in the facility: no hours are held until the family
 * books them. Sent twice, it opens one.
 */
export async function openOccasional(
  visit: SignedVisit,
  asked: OccasionalToOpen,
): Promise<{ ok: true; agreementId: string } | ContractRefusal> {
  const { now, today, actor } = visit;
  return inTransaction(visit.db, async (tx): Promise<{ ok: true; agreementId: string } | ContractRefusal> => {
    const { facilityId, sectionId, startOn, endOn } = asked;
    const known = await requireAgreement(visit, tx, facilityId, asked.agreementId);
    if (!known.facility.sections.some(({ id }) => id === sectionId)) throw notFound();
    if (startOn < today) return { ok: false, error: "attendance:contract.error.startPast", day: today };
    if (endOn < startOn)
      return { ok: false, error: "attendance:contract.error.endBeforeStart", day: startOn };
    const latest = addDays(startOn, longest - 1);
    if (endOn > latest) return { ok: false, error: "attendance:contract.error.lastDayLate", day: latest };
    const others = await listOccasionalContracts(tx, { childId: known.child.id }, startOn, endOn);
    const same = others.find((other) => other.facilityId === facilityId);
    if (same) return { ok: true, agreementId: (await findAgreement(tx, same.id))!.agreementId };
    const { careRequestId } = known.rows.at(-1)!;
    const id = await insertContract(tx, {
      offerId: null,
      careRequestId,
      childId: known.child.id,
      facilityId,
      sectionId,
      pattern: { cycleWeeks: 1, slots: [] },
      startOn,
      endOn,
      kind: "occasional",
      createdAt: now,
      createdBy: actor.accountId,
    });
    const { agreementId } = (await findAgreement(tx, id))!;
    await logFileRead({ ...visit, db: tx }, "contract", agreementId, "occasionalContract");
    return { ok: true, agreementId };
  });
}
