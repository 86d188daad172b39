import { holdsSocialSecurityNumber } from "#app/families/rules/social-security-number.ts";
import { longestAnswer } from "./ask-form.ts";

/** What is wrong with an answer: `families:ask.problem.<code>`, with its values, beside the field of that name. */
export type AskProblem = { name: string; code: string; values?: Record<string, string | number> };

/** Reads the answers of a posted form. A social security number is never passed on, so never kept. */
export type Answers = {
  text: (name: string) => string;
  flag: (name: string) => boolean;
  list: (name: string) => string[];
  has: (name: string) => boolean;
  names: () => string[];
  /** One for each answer that held a social security number. */
  withheld: AskProblem[];
};

export function readAnswers(form: FormData): Answers {
  const kept = new Map<string, string[]>();
  const withheld: AskProblem[] = [];
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const refused = holdsSocialSecurityNumber(value);
    if (refused) withheld.push({ name, code: "socialSecurityNumber" });
    kept.set(name, [...(kept.get(name) ?? []), refused ? "" : value.slice(0, longestAnswer)]);
  }
  return {
    text: (name) => kept.get(name)?.[0] ?? "",
    flag: (name) => kept.has(name),
    list: (name) => kept.get(name) ?? [],
    has: (name) => kept.has(name),
    names: () => [...kept.keys()],
    withheld,
  };
}
