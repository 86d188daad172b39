// The ledger as it is kept, and as the rules read it. Rows "set:…" say what a person made of a stay (hours put right,
// conflict settled); rows "found:…" say what the stay was found to be when it had been written elsewhere.
import type { PresenceChange } from "./apply-mark.ts";
import type { AbsenceCode, Mark } from "./presence.ts";
import { type Ledger, type LedgerMark, type Planned, claimsOf, nothingClaimed } from "./stay-ledger.ts";

export type KeptRow = {
  id: string;
  mark: string | null;
  code: string | null;
  at: Date;
  receivedAt: Date;
  seenVersion: number | null;
  deviceId: string | null;
  accountId: string | null;
  outcome: string;
  settlement: string | null;
};

export type ReadLedger = Ledger & {
  /** Marks known so far: the rank of the next one is one more. */
  count: number;
  /** When the last row was received, in milliseconds. */
  last: number;
};

const isCheckpoint = ({ mark }: KeptRow): boolean => /^(set|found):/.test(mark ?? "");
const isFound = ({ mark }: KeptRow): boolean => mark?.startsWith("found:") ?? false;

export const markerName = ({ deviceId, accountId }: Pick<KeptRow, "deviceId" | "accountId">): string =>
  deviceId ? `device:${deviceId}` : `account:${accountId ?? ""}`;

/** What the rows of one checkpoint make of the stay. */
function changeOf(rows: KeptRow[]): PresenceChange {
  const row = (name: string): KeptRow | undefined => rows.find(({ mark }) => mark?.endsWith(`:${name}`));
  const [arrived, left, absent] = [row("arrived"), row("left"), row("absent")];
  return {
    state: left ? "left" : arrived ? "arrived" : absent ? "absent" : "planned",
    arrivedAt: arrived?.at ?? null,
    leftAt: left?.at ?? null,
    absenceCode: (absent?.code ?? null) as AbsenceCode | null,
  };
}

/** @param rows the marks of one stay, in the order of receipt */
export function readLedger(planned: Planned, rows: KeptRow[]): ReadLedger {
  let count = 0;
  const ranked = rows.map((row) => ({ row, rank: isFound(row) ? 0 : (count += 1) }));
  const point = ranked.findLast(({ row }) => isCheckpoint(row));
  const from = point?.row.receivedAt.getTime() ?? -Infinity;
  const group = ranked.filter(({ row }) => isCheckpoint(row) && row.receivedAt.getTime() === from);
  const marks = ranked
    .filter(({ row }) => !isCheckpoint(row) && row.receivedAt.getTime() > from)
    .map(({ row, rank }) => ({ row, mark: ledgerMark(row, rank) }));
  return {
    planned,
    base: point
      ? claimsOf(changeOf(group.map(({ row }) => row)), Math.max(...group.map(({ rank }) => rank)))
      : nothingClaimed,
    accepted: marks.filter(({ row }) => ["applied", "same"].includes(row.outcome)).map(({ mark }) => mark),
    aside: marks
      .filter(({ row }) => row.outcome === "conflict" && row.settlement === null)
      .map(({ mark }) => mark),
    count,
    last: Math.max(0, ...rows.map(({ receivedAt }) => receivedAt.getTime())),
  };
}

export function ledgerMark(row: KeptRow, rank: number): LedgerMark {
  return {
    id: row.id,
    by: markerName(row),
    mark: (row.mark ?? "arrive") as Exclude<Mark, "correct">,
    code: row.code as AbsenceCode | null,
    at: row.at,
    rank,
    seen: row.seenVersion ?? 0,
  };
}

export type CheckpointRow = { mark: string; at: Date; code: AbsenceCode | null };

/** The rows that say what a stay is from now on. */
export function checkpointRows(
  kind: "set" | "found",
  { state, arrivedAt, leftAt, absenceCode }: PresenceChange,
  now: Date,
): CheckpointRow[] {
  const row = (name: string, at: Date, code: AbsenceCode | null = null): CheckpointRow => ({
    mark: `${kind}:${name}`,
    at,
    code,
  });
  if (state === "absent") return [row("absent", now, absenceCode)];
  if (!arrivedAt) return [row("planned", now)];
  return [row("arrived", arrivedAt), ...(leftAt ? [row("left", leftAt)] : [])];
}

/** Whether two readings of a stay are the same. */
export function sameStay(one: PresenceChange, other: PresenceChange): boolean {
  return (
    one.state === other.state &&
    one.absenceCode === other.absenceCode &&
    one.arrivedAt?.getTime() === other.arrivedAt?.getTime() &&
    one.leftAt?.getTime() === other.leftAt?.getTime()
  );
}
