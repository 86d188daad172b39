import type { Database } from "#app/platform/database/client.server.ts";
import { sameStay } from "../rules/ledger-rows.ts";
import type { AbsenceCode, Mark } from "../rules/presence.ts";
import type { OperationResult } from "../rules/operation.ts";
import { receive } from "../rules/stay-ledger.ts";
import { insertOperation, setOutcome } from "../store/operations.server.ts";
import { updatePresence } from "../store/presences.server.ts";
import { type LedgerStay, type Marker, openLedger } from "./open-ledger.server.ts";

export type MarkTaken = {
  id: string;
  kind: "mark" | "unplanned";
  mark: Exclude<Mark, "correct">;
  code: AbsenceCode | null;
  at: Date;
  seen: number;
  by: Marker;
};

/** Takes a mark into the history of its stay, inside the caller's transaction, and writes what the stay becomes. */
export async function takeMark(
  tx: Database,
  stay: LedgerStay,
  { id, kind, mark, code, at, seen, by }: MarkTaken,
  now: Date,
): Promise<OperationResult> {
  const ledger = await openLedger(tx, stay, now);
  const marker = by.deviceId ? `device:${by.deviceId}` : `account:${by.accountId ?? ""}`;
  const rank = ledger.count + 1;
  const received = receive(ledger, { id, by: marker, mark, code, at, seen, rank });
  const { outcome, error } = received;
  await insertOperation(tx, {
    id,
    facilityId: stay.facilityId,
    kind,
    presenceId: stay.id,
    mark,
    code,
    seenVersion: seen,
    at,
    receivedAt: new Date(Math.max(now.getTime(), ledger.last + 1)),
    ...by,
    outcome,
    error,
  });
  for (const one of received.explained) await setOutcome(tx, one.id, one.outcome);
  if (!sameStay(received.stay, stay)) {
    const markedBy = by.deviceId ?? by.accountId ?? "";
    const written = await updatePresence(tx, stay, received.stay, { by: markedBy, at });
    if (!written) throw new Error("A stay changed inside the transaction that read it.");
  }
  return { id, outcome, error };
}
