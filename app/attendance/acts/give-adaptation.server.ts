import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { agreementVersion } from "../rules/agreement.ts";
import { type ContractRefusal, changedMeanwhile } from "../rules/contract-refusal.ts";
import { type Adaptation, planAdaptation } from "../rules/plan-adaptation.ts";
import { insertContract, moveContract } from "../store/contracts.server.ts";
import { checkPlace } from "./check-place.server.ts";
import { findHeldElsewhere } from "./find-held-elsewhere.server.ts";
import { refuseHeldTwice } from "./refuse-held-twice.server.ts";
import { type LostAbsence, replanAgreement } from "./replan-agreement.server.ts";
import { firstDayToChange, requireAgreement } from "./require-agreement.server.ts";

export type AdaptationToGive = Adaptation & { facilityId: string; agreementId: string; version: number };
export type AdaptationGiven = { ok: true; changed: boolean; lostAbsences: LostAbsence[] } | ContractRefusal;

/**
 * Before the first day of an agreement: its first days have other hours, then come those that were signed.
 * Given again, it replaces the one before.
 */
export async function giveAdaptation(visit: SignedVisit, asked: AdaptationToGive): Promise<AdaptationGiven> {
  const { now, actor, scope } = visit;
  return refuseHeldTwice(visit.db, async (tx): Promise<AdaptationGiven> => {
    const agreement = await requireAgreement(visit, tx, asked.facilityId, asked.agreementId);
    const { agreementId, rows } = agreement;
    const plan = planAdaptation(rows, asked, await firstDayToChange(tx, agreement, visit));
    if (!plan.ok) return plan;
    if (!plan.change) return { ok: true, changed: false, lostAbsences: [] };
    if (agreementVersion(rows) !== asked.version) return changedMeanwhile;
    const { given, regular, startOn } = plan.change;
    const { childId, facilityId, sectionId, careRequestId, kind } = regular;
    const adaptation = { sectionId, pattern: asked.pattern, startOn, endOn: asked.until };
    const after = { ...regular, startOn: addDays(asked.until, 1) };
    const periods = [adaptation, after];
    const held = await findHeldElsewhere(tx, { childId, periods, except: agreementId, scope });
    if (held) return { ok: false, error: "attendance:contract.error.heldTwice", held };
    const breaches = await checkPlace(tx, { facilityId, periods, except: agreementId, today: visit.today });
    if (breaches.length > 0) return { ok: false, error: "attendance:contract.error.limits", breaches };
    if (given) await moveContract(tx, given, { endOn: addDays(startOn, -1), endedBy: "amended" });
    const moved = await moveContract(tx, regular, { startOn: after.startOn });
    if (!moved) throw new Error(`Contract ${regular.id} moved within a transaction.`);
    await insertContract(tx, {
      ...adaptation,
      agreementId,
      offerId: null,
      careRequestId,
      childId,
      facilityId,
      kind,
      stage: "adaptation",
      madeBy: regular.madeBy,
      createdAt: now,
      createdBy: actor.accountId,
    });
    const { lostAbsences } = await replanAgreement(tx, { agreementId, from: startOn, now });
    await logFileRead({ ...visit, db: tx }, "contract", agreementId, "contractAdapt");
    return { ok: true, changed: true, lostAbsences };
  });
}
