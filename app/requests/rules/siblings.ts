// What a family wants of the requests of brothers and sisters that it sends together. Free of zod: browsers load it.

/** Each for itself; together if it can be, else apart; all at one facility, or nothing. */
export const siblingRules = ["apart", "preferTogether", "together"] as const;
export type SiblingRule = (typeof siblingRules)[number];

/** Each for itself unless the family says otherwise. */
export function siblingRuleOf(text: string): SiblingRule {
  return siblingRules.find((rule) => rule === text) ?? "apart";
}

/** Another request of the same group, as a page names it. */
type Sibling = { id: string; reference: string; firstName: string };

/** What was asked of a group, as one of its requests tells it; `siblings` are the others, none for a child alone. */
export type AskedTogether = { rule: SiblingRule; siblings: Sibling[] };
