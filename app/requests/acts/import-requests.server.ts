import { dayOf } from "#app/calendar/rules/instant.ts";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import {
  type ImportContext,
  type ImportFile,
  type ImportPlan,
  keepAllOrNothing,
} from "#app/platform/files/import-plan.server.ts";
import { type ImportReport, unreadable } from "#app/platform/files/import-report.ts";
import { readImportTable } from "#app/platform/files/import-table.server.ts";
import { type Comparison, changesOf, planRows } from "#app/platform/files/plan-rows.ts";
import type { ColumnRow } from "#app/platform/files/read-columns.ts";
import {
  type ImportedRequest,
  type KnownRequest,
  isClosed,
  mayCorrect,
  needOf,
  requestKey,
} from "../rules/imported-request.ts";
import { listSchools, listStreets, listWishable } from "../store/ask-town.server.ts";
import { findKnownRequests } from "../store/import.server.ts";
import {
  type ImportTown,
  type RequestColumn,
  parseImportedRequest,
  requestColumns,
} from "./parse-imported-request.server.ts";
import {
  readImportSettings,
  recordCorrectedRequest,
  recordImportedRequest,
} from "./record-imported-request.server.ts";

/**
 * Takes over requests from a file, each with its own reference, sent to whoever can serve it as if it had just
 * arrived. No message leaves: the families have not written today.
 */
export async function importRequests(context: ImportContext, file: ImportFile): Promise<ImportReport> {
  const table = readImportTable<RequestColumn>(file.bytes, requestColumns);
  if (!table.ok) return unreadable(...table.problems);
  return keepAllOrNothing(context, table.notes, (tx) => plan(tx, context, table.rows));
}

async function readTown(tx: Database): Promise<ImportTown> {
  const facilities = [];
  for (const careKind of careKinds) {
    const wishable = await listWishable(tx, careKind, null);
    facilities.push(...wishable.map(({ id, name, opening }) => ({ id, name, opening, careKind })));
  }
  return { facilities, schools: await listSchools(tx), streets: await listStreets(tx) };
}

/** Only the need is corrected, and only while nobody has acted on the request. */
function compare(known: KnownRequest, said: ImportedRequest): Comparison<ImportedRequest> {
  const { reference } = known;
  if (isClosed(known)) return { changes: null, notes: [{ code: "requestClosed", values: { reference } }] };
  const { changes } = changesOf(needOf(known), needOf(said));
  if (!changes || mayCorrect(known)) return { changes };
  return { changes: null, refusal: { code: "requestUnderWay", values: { reference } } };
}

async function plan(
  tx: Database,
  { now, progress }: ImportContext,
  rows: ColumnRow<RequestColumn>[],
): Promise<ImportPlan> {
  const today = dayOf(now);
  const town = await readTown(tx);
  const parsed = rows.map((row) => parseImportedRequest(row, town, today));
  const { lines, added, updated } = planRows(parsed, await findKnownRequests(tx), requestKey, compare);
  return {
    lines,
    write: async (tx) => {
      const settings = await readImportSettings(tx, now, town);
      const total = added.length + updated.length;
      let done = 0;
      for (const request of added) {
        await recordImportedRequest(tx, request, settings);
        progress?.(++done, total);
      }
      for (const { known, changes } of updated) {
        await recordCorrectedRequest(tx, known, { ...needOf(known), ...changes }, settings);
        progress?.(++done, total);
      }
    },
  };
}
