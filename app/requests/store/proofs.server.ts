import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { CareRequestStatus } from "../rules/lifecycle.ts";
import { type ProofMove, type ProofState, proofMoves } from "../rules/proof-states.ts";

export type ProofStanding = {
  id: string;
  reference: string;
  kind: string;
  status: CareRequestStatus;
  version: number;
  handlerId: string | null;
  householdId: string;
  facts: { code: string; proofState: ProofState; validUntil: CalendarDay | null }[];
  /** Files sent so far. */
  files: number;
};

/** What acts on proofs need to know of a request. */
export async function findProofStanding(db: Database, id: string): Promise<ProofStanding | null> {
  const row = await db.careRequest.findUnique({
    where: { id },
    select: {
      id: true,
      reference: true,
      kind: true,
      status: true,
      version: true,
      handlerId: true,
      householdId: true,
      facts: { select: { code: true, proofState: true, validUntil: true } },
      _count: { select: { proofs: true } },
    },
  });
  if (!row) return null;
  const { _count, facts, status, ...rest } = row;
  return {
    ...rest,
    status: status as CareRequestStatus,
    facts: facts.map(({ code, proofState, validUntil }) => ({
      code,
      proofState: proofState as ProofState,
      validUntil: validUntil as CalendarDay | null,
    })),
    files: _count.proofs,
  };
}

/** Moves the proof of a fact only if it still stands where it may leave from. Returns whether it did. */
export async function moveProof(
  tx: Database,
  { careRequestId, code, move }: { careRequestId: string; code: string; move: ProofMove },
  data: {
    askedAt?: Date;
    dueOn?: CalendarDay | null;
    decidedAt?: Date | null;
    decidedBy?: string | null;
    validUntil?: CalendarDay | null;
  },
): Promise<boolean> {
  const { from, to } = proofMoves[move];
  const { count } = await tx.priorityFact.updateMany({
    where: { careRequestId, code, proofState: { in: [...from] } },
    data: { ...data, proofState: to },
  });
  return count === 1;
}

/** Takes the turn: whoever saw an older version acts on nothing. */
export async function takeVersion(
  tx: Database,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } = await tx.careRequest.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  return count === 1;
}

export type StoredProof = {
  id: string;
  careRequestId: string;
  factCode: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sentAt: Date;
};

export async function insertProof(tx: Database, proof: StoredProof): Promise<void> {
  await tx.proof.create({ data: proof });
}

export async function findProof(
  db: Database,
  id: string,
): Promise<(StoredProof & { careRequest: { handlerId: string | null } }) | null> {
  return db.proof.findUnique({ where: { id }, include: { careRequest: { select: { handlerId: true } } } });
}
