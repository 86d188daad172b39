// How far the proof of a fact has come. Free of zod: browsers load it. Words: `requests:proofState.<state>`.
import type { CalendarDay } from "#app/calendar/rules/day.ts";

export const proofStates = ["stated", "asked", "received", "verified"] as const;
export type ProofState = (typeof proofStates)[number];

export const proofMoves = {
  ask: { from: ["stated"], to: "asked" },
  /** A family may send a proof before it is asked, or a second page of it. */
  send: { from: ["stated", "asked", "received"], to: "received" },
  accept: { from: ["received"], to: "verified" },
  /** An accepted proof that no longer counts is replaced by another. */
  replace: { from: ["verified"], to: "received" },
  /** A refusal asks for another at once. */
  refuse: { from: ["received"], to: "asked" },
} as const satisfies Record<string, { from: readonly ProofState[]; to: ProofState }>;
export type ProofMove = keyof typeof proofMoves;

export function mayMoveProof(move: ProofMove, from: ProofState): boolean {
  return (proofMoves[move].from as readonly ProofState[]).includes(from);
}

type Accepted = { proofState: ProofState; validUntil: CalendarDay | null };

/** Whether an accepted proof no longer counts on a day. */
export function isOutOfDate({ proofState, validUntil }: Accepted, day: CalendarDay): boolean {
  return proofState === "verified" && validUntil !== null && validUntil < day;
}

/** The move by which a family sends a document on a day; null when nothing more is wanted. */
export function sendingMove(fact: Accepted, day: CalendarDay): "send" | "replace" | null {
  if (mayMoveProof("send", fact.proofState)) return "send";
  return isOutOfDate(fact, day) ? "replace" : null;
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
