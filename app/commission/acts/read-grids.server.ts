import type { SignedVisit } from "#app/access/visit.server.ts";
import { scopeOf } from "#app/access/rules/permissions.ts";
import { addDays, type CalendarDay } from "#app/calendar/rules/day.ts";
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import type { Grid } from "../rules/grid.ts";
import { listGrids } from "../store/grids.server.ts";

export type GridLine = Pick<
  Grid,
  "id" | "name" | "version" | "careKind" | "method" | "status" | "source" | "decidedOn" | "validFrom"
> & {
  criteria: number;
  /** The last day on which it was in force; null while none takes over. */ until: CalendarDay | null;
};

export type GridsView = {
  inForce: { careKind: CareKind; grid: GridLine | null }[];
  coming: GridLine[];
  drafts: GridLine[];
  past: GridLine[];
  examples: GridLine[];
  mayChange: boolean;
};

/** The day before the next adopted version of the same kind of care takes over. */
export function lastDayOf(grid: Grid, all: readonly Grid[]): CalendarDay | null {
  const next = all
    .filter(
      ({ status, careKind, validFrom }) =>
        status === "adopted" && careKind === grid.careKind && validFrom > grid.validFrom,
    )
    .map(({ validFrom }) => validFrom)
    .sort()[0];
  const replaced = next ? addDays(next, -1) : null;
  if (grid.validTo === null || replaced === null) return grid.validTo ?? replaced;
  return grid.validTo < replaced ? grid.validTo : replaced;
}

/** Every grid: in force, decided and to come, being written, replaced, and the examples of other towns. */
export async function readGrids(visit: SignedVisit): Promise<GridsView> {
  const grids = await listGrids(visit.db);
  const lines = grids.map((grid): GridLine => ({
    id: grid.id,
    name: grid.name,
    version: grid.version,
    careKind: grid.careKind,
    method: grid.method,
    status: grid.status,
    source: grid.source,
    decidedOn: grid.decidedOn,
    validFrom: grid.validFrom,
    criteria: grid.criteria.length,
    until: grid.status === "adopted" ? lastDayOf(grid, grids) : null,
  }));
  const adopted = lines.filter(({ status }) => status === "adopted");
  const { today } = visit;
  const isPast = ({ until }: GridLine): boolean => until !== null && until < today;
  return {
    inForce: careKinds.map((careKind) => ({
      careKind,
      grid:
        adopted.find((grid) => grid.careKind === careKind && grid.validFrom <= today && !isPast(grid)) ??
        null,
    })),
    coming: adopted.filter(({ validFrom }) => validFrom > today),
    drafts: lines.filter(({ status }) => status === "draft"),
    past: adopted.filter(isPast),
    examples: lines.filter(({ status }) => status === "example"),
    mayChange: scopeOf(visit.actor, "grid:change") !== null,
  };
}
