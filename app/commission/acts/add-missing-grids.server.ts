import { calendarDay } from "#app/calendar/rules/schemas.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { z } from "#app/zod.ts";
import { gridContent, gridMethods, gridStatuses } from "../rules/grid.ts";
import { insertGrid, lastVersionOf } from "../store/grids.server.ts";

const gridRow = z.strictObject({
  code: z.string().min(1),
  version: z.int().min(1),
  name: z.string().min(1),
  careKind: z.enum(careKinds),
  method: z.enum(gridMethods),
  status: z.enum(gridStatuses),
  source: z.string().min(1),
  sourceUrl: z.url().nullable(),
  decidedOn: calendarDay.nullable(),
  validFrom: calendarDay,
  validTo: calendarDay.nullable(),
  content: gridContent,
});

/**
 * Adds the grids of a file that the database has not got yet; never changes one that is. Returns how many were added.
 * @throws when a row of the file is not a grid
 */
export async function addMissingGrids(
  { db, now }: { db: Database; now: Date },
  rows: unknown,
): Promise<number> {
  let added = 0;
  for (const { content, ...row } of z.array(gridRow).parse(rows)) {
    if ((await lastVersionOf(db, row.code)) >= row.version) continue;
    await insertGrid(db, { ...row, ...content, createdAt: now, createdBy: null });
    added += 1;
  }
  return added;
}
