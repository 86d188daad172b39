// The grids of criteria that the demonstration town has: the examples, and one that its council is said to have voted.
import { readFileSync } from "node:fs";
import { addMissingGrids } from "#app/commission/acts/add-missing-grids.server.ts";
import { proofMonths } from "#app/commission/rules/scoring.ts";
import type { Grid } from "#app/commission/rules/grid.ts";
import type { FillContext } from "./fill.ts";

type StoredGrid = Pick<Grid, "careKind" | "status"> & { content: Pick<Grid, "criteria"> };

const read = (name: string): StoredGrid[] =>
  JSON.parse(readFileSync(`prisma/seed/${name}.json`, "utf8")) as StoredGrid[];

export async function addDemonstrationGrids(context: FillContext): Promise<void> {
  for (const name of ["criteria-grids", "demonstration-grids"]) await addMissingGrids(context, read(name));
}

let months: Map<string, number | null> | undefined;

/** How many months the accepted proof of a fact counts in the town; null: as long as the request lives. */
export function demonstrationProofMonths(careKind: string, fact: string): number | null {
  months ??= new Map();
  const key = `${careKind} ${fact}`;
  if (!months.has(key)) {
    const grid = read("demonstration-grids").find((each) => each.careKind === careKind);
    months.set(key, grid ? proofMonths(grid.content, fact) : null);
  }
  return months.get(key)!;
}
