import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { agreementVersion } from "../rules/agreement.ts";
import { type ContractRefusal, changedMeanwhile } from "../rules/contract-refusal.ts";
import { type Amendment, planAmendment } from "../rules/plan-amendment.ts";
import { insertContract, moveContract } from "../store/contracts.server.ts";
import { checkPlace } from "./check-place.server.ts";
import { findHeldElsewhere } from "./find-held-elsewhere.server.ts";
import { refuseHeldTwice } from "./refuse-held-twice.server.ts";
import { type LostAbsence, replanAgreement } from "./replan-agreement.server.ts";
import { firstDayToChange, requireAgreement } from "./require-agreement.server.ts";

export type AmendmentToMake = Amendment & {
  facilityId: string;
  agreementId: string;
  /** Of the agreement, as the manager saw it. */
  version: number;
};

export type AmendmentMade = { ok: true; changed: boolean; lostAbsences: LostAbsence[] } | ContractRefusal;

/**
 * New hours, another section of the same facility, or a later end, from a day on. The row that runs ends on the eve
 * and another follows it; the days ahead are planned anew. The same amendment twice changes nothing.
 * @throws 404 when the agreement, or the section, is not one of that facility, or the facility not the visitor's
 */
export async function amendContract(visit: SignedVisit, asked: AmendmentToMake): Promise<AmendmentMade> {
  const { now, actor, scope } = visit;
  return refuseHeldTwice(visit.db, async (tx): Promise<AmendmentMade> => {
    const agreement = await requireAgreement(visit, tx, asked.facilityId, asked.agreementId);
    const { agreementId, rows, child, facility } = agreement;
    if (!facility.sections.some(({ id }) => id === asked.sectionId)) throw notFound();
    const plan = planAmendment(rows, asked, await firstDayToChange(tx, agreement, visit));
    if (!plan.ok) return plan;
    if (!plan.change) return { ok: true, changed: false, lostAbsences: [] };
    if (agreementVersion(rows) !== asked.version) return changedMeanwhile;
    const { ended, added, extended } = plan.change;
    const { childId, facilityId, careRequestId, kind } = ended;
    const longer = extended ? [{ ...extended.row, endOn: extended.endOn }] : [];
    const periods = [added, ...longer];
    const held = await findHeldElsewhere(tx, { childId, periods, except: agreementId, scope });
    if (held) return { ok: false, error: "attendance:contract.error.heldTwice", held };
    const breaches = await checkPlace(tx, { facilityId, periods, except: agreementId, today: visit.today });
    if (breaches.length > 0) return { ok: false, error: "attendance:contract.error.limits", breaches };

    const eve = addDays(asked.from, -1);
    const moved = await moveContract(tx, ended, { endOn: eve, endedBy: "amended" });
    if (!moved) throw new Error(`Contract ${ended.id} moved within a transaction.`);
    if (extended) await moveContract(tx, extended.row, { endOn: extended.endOn });
    await insertContract(tx, {
      ...added,
      agreementId,
      offerId: null,
      careRequestId,
      childId: child.id,
      facilityId,
      kind,
      madeBy: "amended",
      createdAt: now,
      createdBy: actor.accountId,
    });
    const { lostAbsences } = await replanAgreement(tx, { agreementId, from: asked.from, now });
    await logFileRead({ ...visit, db: tx }, "contract", agreementId, "contractAmend");
    return { ok: true, changed: true, lostAbsences };
  });
}
