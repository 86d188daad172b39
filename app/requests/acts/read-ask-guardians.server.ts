import type { Visit } from "#app/access/visit.server.ts";
import { type TypedGuardian, emptyGuardian } from "../rules/ask-form.ts";
import { readDraftHousehold } from "./read-draft.server.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskGuardiansPage = AskFrame & {
  guardians: TypedGuardian[];
  /** Guardians that the household already has: shown, not asked. */
  known: { firstName: string; lastName: string; email: string | null }[];
};

export async function readAskGuardians(visit: Visit, request: Request): Promise<AskGuardiansPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "guardians");
  const household = await readDraftHousehold(visit, draft);
  const known = (household?.guardians ?? []).map(({ firstName, lastName, email }) => ({
    firstName,
    lastName,
    email,
  }));
  const nobody = known.length + draft.guardians.length === 0;
  return { ...frame, guardians: nobody ? [emptyGuardian()] : draft.guardians, known };
}
