import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Grid } from "../rules/grid.ts";
import { findGrid, findGridInForce } from "../store/grids.server.ts";

/** The adopted grid in force on a day for a kind of care; null when the council has adopted none. */
export async function readGridInForce(
  db: Database,
  careKind: CareKind,
  day: CalendarDay,
): Promise<Grid | null> {
  return findGridInForce(db, careKind, day);
}

/** One version of a grid by its id, such as the one a meeting is bound to; null when there is none. */
export async function readGrid(db: Database, id: string): Promise<Grid | null> {
  return findGrid(db, id);
}
