// The two answers that are asked about once more before they count.
import type { Answer } from "./offer.ts";

export const choices = { refuser: "decline", retirer: "withdraw" } as const satisfies Record<string, Answer>;
export type ChoiceName = keyof typeof choices;

/** `?choix=refuser` in the address of an offer; null for anything else. */
export function choiceOf(search: URLSearchParams): ChoiceName | null {
  const name = search.get("choix");
  return name !== null && name in choices ? (name as ChoiceName) : null;
}
