import { within } from "#app/access/rules/permissions.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { dropProof, keepProof, mediaTypeOf } from "#app/platform/files/proof-store.server.ts";
import { readBefore } from "../rules/delays.ts";
import { statusMeaning } from "../rules/lifecycle.ts";
import { isProofType, mostProofs, proofFileName } from "../rules/proof-file.ts";
import { sendingMove } from "../rules/proof-states.ts";
import type { StepDetails } from "../rules/timeline.ts";
import {
  type ProofStanding,
  findProofStanding,
  insertProof,
  moveProof,
  takeVersion,
} from "../store/proofs.server.ts";
import { insertStep } from "../store/steps.server.ts";
import { readDelays } from "./read-delays.server.ts";
import { recordStep } from "./record-step.server.ts";

export type ProofToSend = {
  careRequestId: string;
  factCode: string;
  /** As read by `readUpload`; null when the field was left empty. */
  file: { name: string; bytes: Uint8Array<ArrayBuffer> } | null;
};

export type SentProof =
  | { ok: true; /** Nothing asked for is missing any more. */ complete: boolean }
  | {
      ok: false;
      error: `requests:error.${"file" | "fileType" | "tooManyFiles" | "proofSettled" | "changedMeanwhile"}`;
    };

function refusal(
  standing: ProofStanding,
  factCode: string,
  today: CalendarDay,
): (SentProof & { ok: false }) | null {
  const fact = standing.facts.find(({ code }) => code === factCode);
  // Nothing more is collected for a request that has been closed.
  const closed = statusMeaning[standing.status].outcome === "closed";
  if (!fact || closed) return { ok: false, error: "requests:error.changedMeanwhile" };
  if (!sendingMove(fact, today)) return { ok: false, error: "requests:error.proofSettled" };
  if (standing.files >= mostProofs) return { ok: false, error: "requests:error.tooManyFiles" };
  return null;
}

/**
 * Keeps a document sent as proof. `visit.scope` must hold the household (or the organisation that reads the
 * request): the door takes it from the permission, or from a tracking link that it has checked.
 */
export async function sendProof(visit: Visit, sent: ProofToSend): Promise<SentProof> {
  const { careRequestId, factCode, file } = sent;
  const seen = await findProofStanding(visit.db, careRequestId);
  if (!seen || !within(visit.scope, { householdId: seen.householdId, organisationId: seen.handlerId }))
    throw notFound();
  if (!file) return { ok: false, error: "requests:error.file" };
  const mediaType = await mediaTypeOf(file.bytes);
  if (!isProofType(mediaType)) return { ok: false, error: "requests:error.fileType" };
  const early = refusal(seen, factCode, visit.today);
  if (early) return early;
  const id = await keepProof(file.bytes);
  try {
    const outcome = await record(visit, { id, careRequestId, factCode, mediaType, file });
    if (!outcome.ok) await dropProof(id);
    return outcome;
  } catch (error) {
    await dropProof(id);
    throw error;
  }
}

async function record(
  visit: Visit,
  sent: { id: string; mediaType: string; file: NonNullable<ProofToSend["file"]> } & Omit<ProofToSend, "file">,
): Promise<SentProof> {
  const { id, careRequestId, factCode, mediaType, file } = sent;
  return inTransaction(visit.db, async (tx): Promise<SentProof> => {
    const standing = await findProofStanding(tx, careRequestId);
    if (!standing) throw notFound();
    const late = refusal(standing, factCode, visit.today);
    if (late) return late;
    const fileName = proofFileName(file.name, mediaType);
    const stored = { id, careRequestId, factCode, fileName, mediaType, bytes: file.bytes.byteLength };
    await insertProof(tx, { ...stored, sentAt: visit.now });
    const fact = standing.facts.find(({ code }) => code === factCode);
    const move = (fact && sendingMove(fact, visit.today)) ?? "send";
    await moveProof(tx, { careRequestId, code: factCode, move }, { dueOn: null, validUntil: null });
    const missing = standing.facts.some(
      ({ code, proofState }) => code !== factCode && proofState === "asked",
    );
    const by = within(visit.scope, { householdId: standing.householdId }) ? "family" : "desk";
    const step = { careRequestId, at: visit.now, by, accountId: visit.actor?.accountId ?? null } as const;
    const details: StepDetails = { factCodes: [factCode] };
    const complete = !missing && standing.status === "incomplete";
    if (complete) {
      const nextStepBy = readBefore(visit.today, await readDelays(tx, visit.today));
      await recordStep(tx, { ...step, transition: "sendProof", nextStepBy, details });
    } else {
      await takeVersion(tx, standing);
      await insertStep(tx, {
        ...step,
        transition: "receiveProof",
        fromStatus: standing.status,
        toStatus: standing.status,
        details,
      });
    }
    return { ok: true, complete: !missing };
  });
}
