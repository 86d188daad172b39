import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { type MarkError, type TypedHours, applyMark, correctHours } from "../rules/apply-mark.ts";
import { type AbsenceCode, type Mark, isAlready } from "../rules/presence.ts";
import { findPresence, updatePresence } from "../store/presences.server.ts";
import { openLedger } from "./open-ledger.server.ts";
import { writeMark } from "./write-mark.server.ts";

export type MarkToMake = {
  presenceId: string;
  /** What the person saw. */
  version: number;
} & (
  { mark: Exclude<Mark, "correct">; absenceCode: AbsenceCode | null } | { mark: "correct"; hours: TypedHours }
);

export type MarkMade =
  | { ok: true }
  /** Another tablet was first, or the mark makes no sense now: the list shows the present state. */
  | { ok: false; error: MarkError | "attendance:error.changedMeanwhile" };

/**
 * Writes a mark on a stay of a facility. The same mark again changes nothing; a mark on a stay that somebody else
 * has marked otherwise since is refused, so that neither is lost unseen.
 * @param facilityId the facility whose list is open
 * @throws 404 when the stay is not one of that facility, or the facility not the visitor's
 */
export async function markPresence(
  visit: SignedVisit,
  facilityId: string,
  asked: MarkToMake,
): Promise<MarkMade> {
  return inTransaction(visit.db, async (tx): Promise<MarkMade> => {
    const presence = await findPresence(tx, asked.presenceId);
    if (!presence || presence.facilityId !== facilityId || !within(visit.scope, presence)) throw notFound();
    if (asked.mark !== "correct" && isAlready(asked.mark, presence, asked.absenceCode)) return { ok: true };
    if (presence.version !== asked.version) return { ok: false, error: "attendance:error.changedMeanwhile" };
    const marked =
      asked.mark === "correct"
        ? correctHours(presence, asked.hours, visit.now)
        : applyMark(presence, asked.mark, visit.now, asked.absenceCode);
    if (!marked.ok) return marked;
    const by = { by: visit.actor.accountId, at: visit.now };
    const ledger = await openLedger(tx, presence, visit.now);
    const written = await updatePresence(tx, presence, marked.change, by);
    if (!written) return { ok: false, error: "attendance:error.changedMeanwhile" };
    await writeMark(tx, {
      stay: presence,
      ledger,
      asked,
      change: marked.change,
      by: visit.actor,
      now: visit.now,
    });
    await logFileRead({ ...visit, db: tx }, "presenceList", presence.id, `mark:${asked.mark}`);
    return { ok: true };
  });
}
