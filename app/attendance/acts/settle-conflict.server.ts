import { logDeviceRead, logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type MarkerVisit, markerOf } from "#app/access/device-visit.server.ts";
import { notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { ledgerMark, sameStay } from "../rules/ledger-rows.ts";
import { takeInstead } from "../rules/stay-ledger.ts";
import { listMarks, settleOperation, stayOfOperation } from "../store/operations.server.ts";
import { findPresence, updatePresence } from "../store/presences.server.ts";
import { openLedger, writeCheckpoint } from "./open-ledger.server.ts";

export type Settled = { ok: true } | { ok: false; error: "tablet:error.alreadySettled" };

/**
 * A person settles what two devices say otherwise: what stands is kept, or the other version is applied. Either way
 * the stay is from now on what the person said, and both versions stay in its history.
 * @throws 404 when the operation is not one of the facility
 */
export async function settleConflict(
  visit: MarkerVisit,
  facilityId: string,
  { operationId, settlement }: { operationId: string; settlement: "kept" | "applied" },
): Promise<Settled> {
  return inTransaction(visit.db, async (tx): Promise<Settled> => {
    const presenceId = await stayOfOperation(tx, operationId, facilityId);
    const stay = presenceId && (await findPresence(tx, presenceId));
    if (!stay) throw notFound();
    const by = markerOf(visit);
    const who = by.deviceId ?? by.accountId ?? "";
    const settled = { settlement, settledAt: visit.now, settledBy: who };
    const ledger = await openLedger(tx, stay, visit.now);
    if (!(await settleOperation(tx, { id: operationId, facilityId }, settled)))
      return { ok: false, error: "tablet:error.alreadySettled" };
    const row = (await listMarks(tx, stay.id)).find(({ id }) => id === operationId)!;
    const becomes = settlement === "kept" ? stay : takeInstead(stay, stay, ledgerMark(row, 0));
    const written = { kind: "set" as const, stay: becomes, by, now: visit.now, after: ledger.last };
    await writeCheckpoint(tx, stay, written);
    if (!sameStay(becomes, stay)) {
      const { state, arrivedAt, leftAt, absenceCode } = becomes;
      const change = { state, arrivedAt, leftAt, absenceCode };
      if (!(await updatePresence(tx, stay, change, { by: who, at: visit.now })))
        throw new Error("A stay changed inside the transaction that read it.");
    }
    const log = { ...visit, db: tx };
    if ("deviceId" in log) await logDeviceRead(log, "presenceList", stay.id, `settle:${settlement}`);
    else await logFileRead(log, "presenceList", stay.id, `settle:${settlement}`);
    return { ok: true };
  });
}
