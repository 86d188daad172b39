import type { Database } from "#app/platform/database/client.server.ts";
import {
  type ImportContext,
  type ImportFile,
  type ImportPlan,
  inBatches,
  keepAllOrNothing,
} from "#app/platform/files/import-plan.server.ts";
import { type ImportReport, unreadable } from "#app/platform/files/import-report.ts";
import { type ParsedRow, changesOf, planRows } from "#app/platform/files/plan-rows.ts";
import type { ZoneFacts } from "../rules/zone.ts";
import { findZones, insertZones, updateZone } from "../store.server.ts";
import { parseZones } from "./parse-zones.server.ts";

/** Reads zones from GeoJSON, with their contours, or from a table. Zones that the file leaves out stay. */
export async function importZones(context: ImportContext, file: ImportFile): Promise<ImportReport> {
  const parsed = parseZones(file);
  if (!parsed.ok) return unreadable(...parsed.problems);
  return keepAllOrNothing(context, parsed.notes, (tx) => plan(tx, context, parsed.zones));
}

async function plan(
  tx: Database,
  { progress }: ImportContext,
  rows: ParsedRow<ZoneFacts>[],
): Promise<ImportPlan> {
  const { lines, added, updated } = planRows(rows, await findZones(tx), ({ code }) => code, changesOf);
  return {
    lines,
    write: async (tx) => {
      await inBatches(added, progress, (batch) => insertZones(tx, batch));
      for (const { known, changes } of updated) await updateZone(tx, known.code, changes);
    },
  };
}
