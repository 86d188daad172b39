import type { Visit } from "#app/access/visit.server.ts";
import type { TypedChild } from "../rules/ask-form.ts";
import { type AskSchool, listSchools } from "../store/ask-town.server.ts";
import { type AskFrame, readAskQuestion } from "./read-ask-question.server.ts";

export type AskChildrenPage = AskFrame & { children: TypedChild[]; schools: AskSchool[] };

export async function readAskChildren(visit: Visit, request: Request): Promise<AskChildrenPage> {
  const { frame, draft } = await readAskQuestion(visit, request, "children");
  return { ...frame, children: draft.children, schools: await listSchools(visit.db) };
}
