import type { Visit } from "#app/access/visit.server.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { factsToAsk } from "../rules/ask-form-priority.ts";
import { priorityFacts } from "../rules/priority-facts.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskPriorityPage = AskFrame & { facts: { code: string; proof: string; stated: boolean }[] };

export async function readAskPriority(visit: Visit, request: Request): Promise<AskPriorityPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "priority");
  const facts = await readParameter(visit.db, "priority-facts", visit.today, priorityFacts);
  const kinds = careKinds.filter((kind) => draft.children.some((child) => child.kind === kind));
  return {
    ...frame,
    facts: factsToAsk(facts, kinds).map(({ code, proof }) => ({
      code,
      proof,
      stated: draft.facts?.includes(code) ?? false,
    })),
  };
}
