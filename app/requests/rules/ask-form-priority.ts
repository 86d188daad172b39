import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import { z } from "#app/zod.ts";

/** The parameter "priority-facts": what counts for priority, for which care, with which proof. */
export const priorityFacts = z.array(
  z.object({
    code: z.string(),
    careKinds: z.array(z.enum(careKinds)),
    proof: z.string(),
    /** Stated by a partner, never asked of the family. */
    askedOf: z.string().optional(),
  }),
);
export type PriorityFact = z.output<typeof priorityFacts>[number];

/** What to ask a family that requests these kinds of care. */
export function factsToAsk(facts: PriorityFact[], kinds: CareKind[]): PriorityFact[] {
  return facts.filter(
    ({ askedOf, careKinds }) => askedOf === undefined && careKinds.some((kind) => kinds.includes(kind)),
  );
}

/** The facts stated that count for a request of one kind. */
export function factsOf(stated: string[], facts: PriorityFact[], kind: CareKind): string[] {
  return factsToAsk(facts, [kind])
    .map(({ code }) => code)
    .filter((code) => stated.includes(code));
}
