import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { readProofValidity } from "#app/commission/acts/read-proof-validity.server.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { proofAsked } from "../messages/proof-asked.ts";
import { proofDueOn } from "../rules/delays.ts";
import type { DeskOutcome } from "../rules/desk-forms.ts";
import { mayTransition, statusMeaning } from "../rules/lifecycle.ts";
import { priorityFacts } from "../rules/priority-facts.ts";
import { type RefusalReason, mayMoveProof } from "../rules/proof-states.ts";
import type { StepDetails } from "../rules/timeline.ts";
import { type ProofStanding, findProofStanding, moveProof, takeVersion } from "../store/proofs.server.ts";
import { insertStep } from "../store/steps.server.ts";
import { queueToGuardians } from "./queue-to-guardians.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordStep } from "./record-step.server.ts";

type Decision = { careRequestId: string; version: number; factCode: string };

const changed = { ok: false, error: "requests:error.changedMeanwhile" } as const;

async function stillThere(
  visit: SignedVisit,
  tx: Database,
  { careRequestId, version, factCode }: Decision,
): Promise<ProofStanding | null> {
  const standing = await findProofStanding(tx, careRequestId);
  if (!standing || !within(visit.scope, { organisationId: standing.handlerId })) throw notFound();
  const fact = standing.facts.find(({ code }) => code === factCode);
  return standing.version === version && fact && mayMoveProof("accept", fact.proofState) ? standing : null;
}

/** A decision that leaves the request where it stands. */
async function recordDecision(
  visit: SignedVisit,
  tx: Database,
  standing: ProofStanding,
  decision: { transition: "acceptProof" | "refuseProof"; details: StepDetails; reasonCode?: RefusalReason },
): Promise<void> {
  await takeVersion(tx, standing);
  await insertStep(tx, {
    ...decision,
    careRequestId: standing.id,
    at: visit.now,
    fromStatus: standing.status,
    toStatus: standing.status,
    by: "desk",
    accountId: visit.actor.accountId,
  });
}

export async function acceptProof(visit: SignedVisit, decision: Decision): Promise<DeskOutcome> {
  return inTransaction(visit.db, async (tx) => {
    const standing = await stillThere(visit, tx, decision);
    if (!standing) return changed;
    const { careRequestId, factCode: code } = decision;
    const decided = { decidedAt: visit.now, decidedBy: visit.actor.accountId };
    const validUntil = await readProofValidity(tx, standing.kind as CareKind, code, visit.today);
    await moveProof(tx, { careRequestId, code, move: "accept" }, { ...decided, validUntil });
    await recordDecision(visit, tx, standing, {
      transition: "acceptProof",
      details: { factCodes: [code] },
    });
    await logFileRead({ ...visit, db: tx }, "proof", careRequestId, "acceptProof");
    return { ok: true, notice: "requests:notice.proofAccepted", reference: standing.reference };
  });
}

/** A refusal tells the family why, and until when another document may come. */
export async function refuseProof(
  visit: SignedVisit,
  { refusal, ...decision }: Decision & { refusal: RefusalReason },
): Promise<DeskOutcome> {
  return inTransaction(visit.db, async (tx) => {
    const standing = await stillThere(visit, tx, decision);
    if (!standing || statusMeaning[standing.status].outcome !== "open") return changed;
    const { careRequestId, version, factCode: code } = decision;
    const dueOn = proofDueOn(visit.today, await readDelays(tx, visit.today));
    const rules = await readParameter(tx, "priority-facts", visit.today, priorityFacts);
    const facts = [{ code, proof: rules.find((rule) => rule.code === code)?.proof ?? "none" }];
    const details = { factCodes: [code], dueOn };
    const asked = { askedAt: visit.now, dueOn, decidedAt: visit.now, decidedBy: visit.actor.accountId };
    await moveProof(tx, { careRequestId, code, move: "refuse" }, asked);
    if (mayTransition("askProof", standing.status, "desk")) {
      const by = { by: "desk", accountId: visit.actor.accountId, at: visit.now } as const;
      const step = { transition: "askProof", version, nextStepBy: dueOn, reasonCode: refusal } as const;
      await recordStep(tx, { careRequestId, ...by, ...step, details });
    } else {
      await recordDecision(visit, tx, standing, { transition: "refuseProof", details, reasonCode: refusal });
    }
    await queueToGuardians(tx, careRequestId, {
      reason: `proof-refused:v${version}`,
      now: visit.now,
      compose: (t, language, frame) => proofAsked(t, language, frame, { facts, dueOn, refusal }),
    });
    await logFileRead({ ...visit, db: tx }, "proof", careRequestId, "refuseProof");
    return { ok: true, notice: "requests:notice.proofRefused", reference: standing.reference };
  });
}
