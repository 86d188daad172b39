import type { Database } from "#app/platform/database/client.server.ts";
import type { AskDraft } from "../rules/ask-form.ts";
import type { AskProblem } from "../rules/ask-form-answers.ts";
import { readWishes } from "../rules/ask-form-wishes.ts";
import type { RatedFacility } from "../rules/wishes.ts";
import { readRatedFacilities } from "./read-rated-facilities.server.ts";

/** The wishes of each child of a draft, checked against the facilities of today. */
export async function readDraftWishes(
  db: Database,
  draft: AskDraft,
): Promise<{ wishes: RatedFacility[]; problems: AskProblem[] }[]> {
  const read = [];
  for (const [index, { wishes, kind }] of draft.children.entries())
    read.push(readWishes(wishes, await readRatedFacilities(db, draft, index), kind));
  return read;
}
