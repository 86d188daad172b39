import type { z } from "#app/zod.ts";
import type { AskProblem } from "./ask-form-answers.ts";

/** One problem for each field, the first found; our schemas' messages are codes of `families:ask.problem`. */
export function problemsIn(error: z.ZodError, nameOf: (field: string) => string): AskProblem[] {
  const problems = new Map<string, AskProblem>();
  for (const { path, message } of error.issues) {
    const name = nameOf(path.join("."));
    if (!problems.has(name)) problems.set(name, { name, code: message });
  }
  return [...problems.values()];
}
