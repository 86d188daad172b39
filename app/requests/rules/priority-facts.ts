// The facts that count for priority, and the proof each needs (parameter "priority-facts").
// Words: `requests:fact.<code>.*`, `requests:proof.<proof>`.
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { z } from "#app/zod.ts";

export const priorityFacts = z.array(
  z.object({
    code: z.string(),
    careKinds: z.array(z.enum(careKinds)),
    /** "none" when the town can see for itself. */
    proof: z.string(),
    /** Stated by a partner instead of the family. */
    askedOf: z.enum(["family", "caf"]).default("family"),
  }),
);
export type PriorityFactRule = z.output<typeof priorityFacts>[number];
