import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import { findGrid, insertGrid, lastVersionOf } from "../store/grids.server.ts";

/** Under what code the town writes its own grid from another town's. */
const ownCode = (careKind: CareKind): string => (careKind === "nursery" ? "creches" : "periscolaire");

/** A draft that starts as a copy: the next version of a grid of the town, or its own from an example. Returns its id. */
export async function startDraft(visit: SignedVisit, fromId: string): Promise<string> {
  return inTransaction(visit.db, async (tx) => {
    const from = await findGrid(tx, fromId);
    if (!from) throw notFound();
    const { id: _, ...copy } = from;
    const code = from.status === "example" ? ownCode(from.careKind) : from.code;
    return insertGrid(tx, {
      ...copy,
      code,
      version: (await lastVersionOf(tx, code)) + 1,
      status: "draft",
      decidedOn: null,
      validFrom: visit.today,
      validTo: null,
      createdAt: visit.now,
      createdBy: visit.actor.accountId,
    });
  });
}
