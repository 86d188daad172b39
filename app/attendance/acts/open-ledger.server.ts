import { randomUUID } from "node:crypto";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PresenceChange } from "../rules/apply-mark.ts";
import { type ReadLedger, checkpointRows, readLedger, sameStay } from "../rules/ledger-rows.ts";
import { fold, stayOf } from "../rules/stay-ledger.ts";
import { insertOperation, listMarks } from "../store/operations.server.ts";
import type { PresenceRow } from "../store/presences.server.ts";

export type Marker = { deviceId: string | null; accountId: string | null };
export const nobody: Marker = { deviceId: null, accountId: null };

/** A stay on the ledger of its facility. */
export type LedgerStay = PresenceRow & { facilityId: string };

/** Writes down what a stay is from now on, whatever was said of it before. */
export async function writeCheckpoint(
  tx: Database,
  { id: presenceId, facilityId }: Pick<LedgerStay, "id" | "facilityId">,
  {
    kind,
    stay,
    by,
    now,
    after,
  }: {
    kind: "set" | "found";
    stay: PresenceChange;
    by: Marker;
    now: Date;
    /** Milliseconds: received after everything else. */
    after: number;
  },
): Promise<void> {
  const receivedAt = new Date(Math.max(now.getTime(), after + 1));
  for (const row of checkpointRows(kind, stay, now)) {
    await insertOperation(tx, {
      id: randomUUID(),
      facilityId,
      kind: "mark",
      presenceId,
      ...row,
      receivedAt,
      ...by,
      outcome: "applied",
    });
  }
}

/**
 * The history of a stay, ready for one more mark. When the stay is not what its history says (the family announced an
 * absence, or it was marked before there was a history), what it is becomes part of the history first.
 */
export async function openLedger(tx: Database, stay: LedgerStay, now: Date): Promise<ReadLedger> {
  const ledger = readLedger(stay, await listMarks(tx, stay.id));
  const told = stayOf(stay, fold(stay, ledger.base, ledger.accepted).claims);
  if (sameStay(told, stay)) return ledger;
  await writeCheckpoint(tx, stay, { kind: "found", stay, by: nobody, now, after: ledger.last });
  return readLedger(stay, await listMarks(tx, stay.id));
}
