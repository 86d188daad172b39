import type { SignedVisit } from "#app/access/visit.server.ts";
import { statusMeaning } from "../rules/lifecycle.ts";
import { type WishedStart, listWishedStarts } from "../store/family-space.server.ts";

export type { WishedStart };

/** From when a family wishes for care, for the requests that are still open. */
export async function readWishedStarts({ db, scope }: SignedVisit): Promise<WishedStart[]> {
  const wished = await listWishedStarts(db, scope.householdIds);
  return wished.filter(({ status }) => statusMeaning[status].outcome === "open");
}
