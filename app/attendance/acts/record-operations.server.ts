import type { MarkerVisit } from "#app/access/device-visit.server.ts";
import { markerOf } from "#app/access/device-visit.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import {
  type NoteOperation,
  type Operation,
  type OperationResult,
  type StaffOperation,
  believedTime,
} from "../rules/operation.ts";
import type { PostedOperation } from "../rules/operations-form.ts";
import { findOperation, insertOperation } from "../store/operations.server.ts";
import { findPresence } from "../store/presences.server.ts";
import { bringUnplanned } from "./bring-unplanned.server.ts";
import type { LedgerStay, Marker } from "./open-ledger.server.ts";
import { takeMark } from "./take-mark.server.ts";

export type TabletPlace = { id: string; name: string; sectionIds: string[] };

type Context = { facilityId: string; sectionIds: string[]; by: Marker; now: Date };

/** The stay that an operation names, by its own id or by that of the arrival that made it. */
async function stayNamed(tx: Database, facilityId: string, named: string): Promise<LedgerStay | null> {
  const direct = await findPresence(tx, named);
  const presence = direct ?? (await stayOfArrival(tx, named));
  return presence && presence.facilityId === facilityId ? presence : null;
}

async function stayOfArrival(tx: Database, operationId: string): Promise<LedgerStay | null> {
  const arrival = await findOperation(tx, operationId);
  return arrival?.presenceId ? findPresence(tx, arrival.presenceId) : null;
}

async function writeRow(
  tx: Database,
  { facilityId, by, now }: Context,
  { id, kind }: Operation,
  row: {
    at: Date;
    presenceId?: string;
    sectionId?: string;
    code?: string;
    staff?: number;
    error?: string;
  },
): Promise<OperationResult> {
  const error = row.error ?? null;
  const outcome = error ? "refused" : "applied";
  await insertOperation(tx, { id, facilityId, kind, receivedAt: now, ...by, ...row, outcome, error });
  return { id, outcome, error };
}

async function writeNote(
  tx: Database,
  context: Context,
  note: NoteOperation,
  at: Date,
): Promise<OperationResult> {
  const stay = await stayNamed(tx, context.facilityId, note.presenceId);
  if (!stay) return writeRow(tx, context, note, { at, error: "tablet:error.notHere" });
  return writeRow(tx, context, note, { at, presenceId: stay.id, code: note.code });
}

async function writeStaff(
  tx: Database,
  context: Context,
  count: StaffOperation,
  at: Date,
): Promise<OperationResult> {
  const { sectionId, staff } = count;
  if (!context.sectionIds.includes(sectionId))
    return writeRow(tx, context, count, { at, error: "tablet:error.notHere" });
  return writeRow(tx, context, count, { at, sectionId, staff });
}

/** One operation, once: a replay finds what became of it. */
async function recordOperation(
  tx: Database,
  context: Context,
  operation: Operation,
): Promise<OperationResult> {
  const { facilityId, by, now } = context;
  const { id } = operation;
  const known = await findOperation(tx, id);
  if (known) {
    if (known.facilityId !== facilityId) return { id, outcome: "refused", error: "tablet:error.notHere" };
    return { id, outcome: known.outcome as OperationResult["outcome"], error: known.error };
  }
  const believed = believedTime(operation.at, now);
  if (!believed.ok)
    return writeRow(tx, context, operation, { at: new Date(operation.at), error: believed.error });
  const { at } = believed;
  switch (operation.kind) {
    case "staffCount":
      return writeStaff(tx, context, operation, at);
    case "note":
      return writeNote(tx, context, operation, at);
    case "unplanned":
      return bringUnplanned(tx, context, operation, at);
    case "mark": {
      const stay = await stayNamed(tx, facilityId, operation.presenceId);
      if (!stay) return writeRow(tx, context, operation, { at, error: "tablet:error.notHere" });
      const { mark, code, seen } = operation;
      return takeMark(tx, stay, { id, kind: "mark", mark, code, at, seen, by }, now);
    }
  }
}

/**
 * Takes in what a device has queued, in its order, each operation in a transaction of its own and exactly once.
 * Whatever cannot be done is answered, and kept: the device never sends it again.
 */
export async function recordOperations(
  visit: MarkerVisit,
  place: TabletPlace,
  posted: PostedOperation[],
): Promise<OperationResult[]> {
  const { id: facilityId, sectionIds } = place;
  const context = { facilityId, sectionIds, by: markerOf(visit), now: visit.now };
  const results: OperationResult[] = [];
  for (const each of posted) {
    if (each.ok)
      results.push(await inTransaction(visit.db, (tx) => recordOperation(tx, context, each.operation)));
    else results.push({ id: each.id, outcome: "refused", error: "tablet:error.unreadable" });
  }
  return results;
}
