import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type HistoryRow, listHistory, namesOfAccounts, namesOfDevices } from "../store/operations.server.ts";
import { findPresence, nameOfChild } from "../store/presences.server.ts";

export type HistoryLine = Pick<
  HistoryRow,
  "id" | "kind" | "mark" | "code" | "at" | "receivedAt" | "outcome" | "error" | "settlement" | "settledAt"
> & {
  /** A device or a person by name; null when the account is gone, or the town itself wrote it. */
  who: string | null;
  settledBy: string | null;
};

export type HistoryView = { child: string; day: CalendarDay; lines: HistoryLine[] };

/** Everything that was ever said of a stay, in the order of its time. The reading is logged. @throws 404 */
export async function readHistory(
  visit: SignedVisit,
  facilityId: string,
  presenceId: string,
): Promise<HistoryView> {
  const stay = await findPresence(visit.db, presenceId);
  if (!stay || stay.facilityId !== facilityId || !within(visit.scope, stay)) throw notFound();
  const rows = await listHistory(visit.db, presenceId);
  const ids = rows.flatMap(({ accountId, settledBy }) => [accountId, settledBy]).filter((id) => id !== null);
  const names = new Map([
    ...(await namesOfAccounts(visit.db, ids)),
    ...(await namesOfDevices(visit.db, facilityId)),
  ]);
  await logFileRead(visit, "presenceList", presenceId, "history");
  return {
    child: await nameOfChild(visit.db, presenceId),
    day: stay.day,
    lines: rows.map(({ deviceName, accountId, settledBy, ...row }) => ({
      id: row.id,
      kind: row.kind,
      mark: row.mark,
      code: row.code,
      at: row.at,
      receivedAt: row.receivedAt,
      outcome: row.outcome,
      error: row.error,
      settlement: row.settlement,
      settledAt: row.settledAt,
      who: deviceName ?? (accountId ? (names.get(accountId) ?? null) : null),
      settledBy: settledBy ? (names.get(settledBy) ?? null) : null,
    })),
  };
}
