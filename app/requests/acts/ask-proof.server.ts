import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { proofAsked } from "../messages/proof-asked.ts";
import { type DeskOutcome, isDueDay } from "../rules/desk-forms.ts";
import { priorityFacts } from "../rules/priority-facts.ts";
import type { StepDetails } from "../rules/timeline.ts";
import { findProofStanding, moveProof } from "../store/proofs.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { recordStep } from "./record-step.server.ts";

/** Asks the family for the proof of some facts before a day; the request keeps its place meanwhile. */
export async function askProof(
  visit: SignedVisit,
  asked: { careRequestId: string; version: number; factCodes: string[]; dueOn: CalendarDay | "" },
): Promise<DeskOutcome> {
  const { careRequestId, version, dueOn } = asked;
  if (!isDueDay(dueOn, visit.today)) return { ok: false, error: "requests:error.dueOn", field: "dueOn" };
  return inTransaction(visit.db, async (tx) => {
    const standing = await findProofStanding(tx, careRequestId);
    if (!standing || !within(visit.scope, { organisationId: standing.handlerId })) throw notFound();
    const rules = await readParameter(tx, "priority-facts", visit.today, priorityFacts);
    const facts = standing.facts.flatMap(({ code }) => {
      const proof = rules.find((rule) => rule.code === code)?.proof ?? "none";
      return asked.factCodes.includes(code) && proof !== "none" ? [{ code, proof }] : [];
    });
    if (facts.length === 0) return { ok: false, error: "requests:error.facts", field: "factCodes" };
    const codes = facts.map(({ code }) => code);
    const step = await recordStep(tx, {
      careRequestId,
      transition: "askProof",
      by: "desk",
      accountId: visit.actor.accountId,
      at: visit.now,
      version,
      nextStepBy: dueOn,
      details: { factCodes: codes, dueOn } satisfies StepDetails,
    });
    if (!step.ok) return step;
    for (const code of codes) {
      const move = { careRequestId, code, move: "ask" as const };
      await moveProof(tx, move, { askedAt: visit.now, dueOn, decidedAt: null, decidedBy: null });
    }
    await queueToGuardians(tx, careRequestId, {
      reason: `proof-asked:v${version}`,
      now: visit.now,
      compose: (t, language, frame) => proofAsked(t, language, frame, { facts, dueOn, refusal: null }),
    });
    await logFileRead({ ...visit, db: tx }, "careRequest", careRequestId, "askProof");
    return {
      ok: true,
      notice: "requests:notice.proofAsked",
      reference: standing.reference,
    };
  });
}
