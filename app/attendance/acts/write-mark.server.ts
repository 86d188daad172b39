import { randomUUID } from "node:crypto";
import type { Database } from "#app/platform/database/client.server.ts";
import type { PresenceChange } from "../rules/apply-mark.ts";
import type { ReadLedger } from "../rules/ledger-rows.ts";
import type { AbsenceCode, Mark } from "../rules/presence.ts";
import { insertOperation } from "../store/operations.server.ts";
import { type LedgerStay, writeCheckpoint } from "./open-ledger.server.ts";

type Written = {
  stay: LedgerStay;
  /** The history as it stood when the mark was allowed. */
  ledger: ReadLedger;
  asked: { mark: Exclude<Mark, "correct">; absenceCode: AbsenceCode | null } | { mark: "correct" };
  change: PresenceChange;
  by: { accountId: string };
  now: Date;
};

/** A mark made online, by somebody who saw the present state: it joins the history of the stay as any other. */
export async function writeMark(
  tx: Database,
  { stay, ledger, asked, change, by: { accountId }, now }: Written,
): Promise<void> {
  const by = { deviceId: null, accountId };
  if (asked.mark === "correct") {
    await writeCheckpoint(tx, stay, { kind: "set", stay: change, by, now, after: ledger.last });
    return;
  }
  await insertOperation(tx, {
    id: randomUUID(),
    facilityId: stay.facilityId,
    kind: "mark",
    presenceId: stay.id,
    mark: asked.mark,
    code: asked.absenceCode,
    seenVersion: ledger.count,
    at: now,
    receivedAt: new Date(Math.max(now.getTime(), ledger.last + 1)),
    ...by,
    outcome: "applied",
  });
}
