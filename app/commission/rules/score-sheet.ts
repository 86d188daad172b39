// The score sheet of a request, as a meeting freezes it (`MeetingCandidate.sheet`) and as a family reads it.
import { proofStates } from "#app/requests/rules/proof-states.ts";
import { z } from "#app/zod.ts";
import { requestClasses } from "./facts.ts";
import { gridMethods } from "./grid.ts";
import { uncounted } from "./uncounted.ts";

const row = z.strictObject({
  criterion: z.string(),
  fact: z.string(),
  /** The document that the criterion needs; null when the town sees for itself. */
  proof: z.string().nullable(),
  /** Null for a fact that is not stated, or that the town sees by itself. */
  proofState: z.enum(proofStates).nullable(),
  validUntil: z.string().nullable(),
  /** What it brings, or would bring. */
  points: z.int(),
  counted: z.boolean(),
  /** Why it does not count; null when it does. */
  why: z.enum(uncounted).nullable(),
});

export const scoreSheet = z.strictObject({
  gridId: z.string(),
  gridCode: z.string(),
  gridVersion: z.int(),
  method: z.enum(gridMethods),
  /** The day on which the facts were looked at. */
  day: z.string(),
  /** Criteria that count everywhere, in the order of the grid. */
  rows: z.array(row),
  /** `met` is null when it is not known; `bars`: the request is not examined. */
  gates: z.array(z.strictObject({ code: z.string(), met: z.boolean().nullable(), bars: z.boolean() })),
  seniority: z.strictObject({ units: z.int(), points: z.int() }),
  /** Everywhere: the criteria that count and seniority, or the level given in a deliberation. */
  basePoints: z.int(),
  /** What is added at one facility; only what counts. */
  localPoints: z.array(z.strictObject({ facilityId: z.string(), code: z.string(), points: z.int() })),
  classes: z.array(z.enum(requestClasses)),
});
export type ScoreSheet = z.output<typeof scoreSheet>;
export type ScoreRow = ScoreSheet["rows"][number];

/** Of what a meeting answered (`MeetingCandidate.answer`), the part that a sheet shows. */
export const servedPart = z.object({
  lastServed: z.array(z.object({ facilityId: z.string(), sectionId: z.string(), points: z.int() })),
});
