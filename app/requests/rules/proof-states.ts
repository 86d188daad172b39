// How far the proof of a fact has come. Free of zod: browsers load it. Words: `requests:proofState.<state>`.

export const proofStates = ["stated", "asked", "received", "verified"] as const;
export type ProofState = (typeof proofStates)[number];

export const proofMoves = {
  ask: { from: ["stated"], to: "asked" },
  /** A family may send a proof before it is asked, or a second page of it. */
  send: { from: ["stated", "asked", "received"], to: "received" },
  accept: { from: ["received"], to: "verified" },
  /** A refusal asks for another at once. */
  refuse: { from: ["received"], to: "asked" },
} as const satisfies Record<string, { from: readonly ProofState[]; to: ProofState }>;
export type ProofMove = keyof typeof proofMoves;

export function mayMoveProof(move: ProofMove, from: ProofState): boolean {
  return (proofMoves[move].from as readonly ProofState[]).includes(from);
}

export const proofMeaning = {
  stated: "neutral",
  asked: "attention",
  received: "information",
  verified: "success",
} as const satisfies Record<ProofState, string>;

/** Why a proof does not do; the family reads it and sends another. Words: `requests:reason.<code>`. */
export const refusalReasons = ["unreadable", "wrong-document", "out-of-date", "other-person"] as const;
export type RefusalReason = (typeof refusalReasons)[number];
