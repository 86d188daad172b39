import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { PriorityFactRule } from "./priority-facts.ts";

/** What to ask a family that requests these kinds of care; partners state the rest. */
export function factsToAsk(facts: PriorityFactRule[], kinds: CareKind[]): PriorityFactRule[] {
  return facts.filter(
    ({ askedOf, careKinds }) => askedOf === "family" && careKinds.some((kind) => kinds.includes(kind)),
  );
}

/** The facts stated that count for a request of one kind. */
export function factsStated(stated: string[], facts: PriorityFactRule[], kind: CareKind): string[] {
  return factsToAsk(facts, [kind])
    .map(({ code }) => code)
    .filter((code) => stated.includes(code));
}
