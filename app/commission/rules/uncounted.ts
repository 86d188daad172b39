/** Why a criterion does not count; words in `commission:sheet.why.<code>`. Free of zod: views load it. */
export const uncounted = [
  /** The form does not ask for it: it counts zero for everybody. */
  "notAsked",
  "notStated",
  /** The town sees by itself that it does not hold, or cannot tell. */
  "notSeen",
  "unknown",
  /** Stated; its proof is to be sent, was asked for, is being read, or no longer counts. */
  "proofMissing",
  "proofAsked",
  "proofReceived",
  "proofExpired",
  /** Another criterion of its group counts more. */
  "bestOfGroup",
] as const;
export type Uncounted = (typeof uncounted)[number];
