import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { type CalendarDay, isDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { Grid } from "../rules/grid.ts";
import type { AdoptionFormValues } from "../rules/grid-form.ts";
import { listProblems } from "../rules/grid-problems.ts";
import { findGrid, listGrids, setAdopted } from "../store/grids.server.ts";
import type { GridOutcome } from "./change-draft.server.ts";

type Days = { decidedOn: CalendarDay; validFrom: CalendarDay };

/** What keeps a draft from being adopted as asked; each under the field that says it. */
function mistakes(
  { decidedOn, validFrom, adoptionSource, agree }: AdoptionFormValues,
  draft: Grid,
  latest: CalendarDay | null,
  today: CalendarDay,
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!isDay(decidedOn) || decidedOn > today) errors.decidedOn = "commission:grid.error.decidedOn";
  if (!isDay(validFrom) || validFrom < today) errors.validFrom = "commission:grid.error.validFrom";
  else if (latest !== null && validFrom <= latest) errors.validFrom = "commission:grid.error.validAfter";
  if (adoptionSource.length < 3 || adoptionSource.length > 300)
    errors.adoptionSource = "commission:grid.error.source";
  if (agree === "") errors.agree = "commission:grid.error.agree";
  if (draft.criteria.length === 0) errors[""] = "commission:grid.error.empty";
  else if (draft.method === "list" && listProblems(draft).length > 0)
    errors[""] = "commission:grid.error.list";
  return errors;
}

/**
 * Adopts a draft, by the council's decision and under the name of whoever writes it down. From then on it never
 * changes; it serves meetings prepared from its first day, never one that exists.
 */
export async function adoptGrid(
  visit: SignedVisit,
  id: string,
  form: AdoptionFormValues,
): Promise<GridOutcome> {
  return inTransaction(visit.db, async (tx) => {
    const draft = await findGrid(tx, id);
    if (!draft) throw notFound();
    if (draft.status !== "draft") return { ok: false, errors: { "": "commission:grid.error.adopted" } };
    const adopted = (await listGrids(tx)).filter(
      ({ status, careKind }) => status === "adopted" && careKind === draft.careKind,
    );
    const errors = mistakes(form, draft, adopted[0]?.validFrom ?? null, visit.today);
    if (Object.keys(errors).length > 0) return { ok: false, errors };
    const { decidedOn, validFrom } = form as Days & AdoptionFormValues;
    const { accountId: adoptedBy } = visit.actor;
    const done = await setAdopted(tx, id, { decidedOn, validFrom, source: form.adoptionSource, adoptedBy });
    return done ? { ok: true } : { ok: false, errors: { "": "commission:grid.error.adopted" } };
  });
}
