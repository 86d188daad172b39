import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import type { Grid } from "../rules/grid.ts";
import { type GridFormValues, checkGridForm } from "../rules/grid-form.ts";
import { deleteDraft, findGrid, updateDraft } from "../store/grids.server.ts";
import { fingerprintOf } from "./read-fingerprint.server.ts";

export type GridRefusal = { ok: false; errors: Record<string, string> };
export type GridOutcome = { ok: true } | GridRefusal;

const settled: GridRefusal = { ok: false, errors: { "": "commission:grid.error.adopted" } };
const changed: GridRefusal = { ok: false, errors: { "": "commission:grid.error.changedMeanwhile" } };

async function draftOf(tx: Database, id: string): Promise<Grid | null> {
  const grid = await findGrid(tx, id);
  if (!grid) throw notFound();
  return grid.status === "draft" ? grid : null;
}

/** Writes what a form says over a draft; an adopted grid, or one that changed meanwhile, is left as it is. */
export async function saveDraft(visit: SignedVisit, id: string, form: GridFormValues): Promise<GridOutcome> {
  return inTransaction(visit.db, async (tx) => {
    const draft = await draftOf(tx, id);
    if (!draft) return settled;
    if (fingerprintOf(draft) !== form.seen) return changed;
    const checked = checkGridForm(form, draft);
    if (!checked.ok) return checked;
    return (await updateDraft(tx, id, checked)) ? { ok: true } : settled;
  });
}

/** Throws a draft away; nothing else of the commission ever is. */
export async function discardDraft(visit: SignedVisit, id: string): Promise<GridOutcome> {
  return inTransaction(visit.db, async (tx) => {
    if (!(await draftOf(tx, id))) return settled;
    return (await deleteDraft(tx, id)) ? { ok: true } : settled;
  });
}
