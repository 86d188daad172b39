import { type CalendarDay, addMonths } from "#app/calendar/rules/day.ts";
import type { CareKind } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { proofMonths } from "../rules/scoring.ts";
import { findGridInForce } from "../store/grids.server.ts";

/**
 * The last day on which the proof of a fact, accepted today, counts under the grid in force.
 * Null when no grid is in force, or when it sets no end: as long as the request lives.
 */
export async function readProofValidity(
  db: Database,
  careKind: CareKind,
  fact: string,
  today: CalendarDay,
): Promise<CalendarDay | null> {
  const grid = await findGridInForce(db, careKind, today);
  const months = grid && proofMonths(grid, fact);
  return months === null ? null : addMonths(today, months);
}
