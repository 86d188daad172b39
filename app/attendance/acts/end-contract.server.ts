import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { agreementPeriod, agreementVersion, heldRows } from "../rules/agreement.ts";
import { type ContractRefusal, changedMeanwhile } from "../rules/contract-refusal.ts";
import { type ShorterNoticeReason, contractNotice, earliestLastDay } from "../rules/notice.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { type LostAbsence } from "./replan-agreement.server.ts";
import { recordAgreementEnd } from "./record-agreement-end.server.ts";
import { requireAgreement } from "./require-agreement.server.ts";

export type EndToGive = {
  agreementId: string;
  version: number;
  /** The last day of care. */
  lastDay: CalendarDay;
} & (
  | {
      by: "facility";
      facilityId: string;
      /** Why the notice is shorter. */ reason: ShorterNoticeReason | null;
    }
  /** A family keeps to the notice: a facility alone may make it shorter. */
  | { by: "family" }
);

export type ContractEnded = { ok: true; changed: boolean; lostAbsences: LostAbsence[] } | ContractRefusal;

/**
 * Gives notice: the agreement ends on a last day, and its places are free from the next. The request follows by the
 * clock, once that day has passed.
 * @throws 404 when the agreement is not one of the facility's, or of the family's
 */
export async function endContract(visit: SignedVisit, asked: EndToGive): Promise<ContractEnded> {
  const { now, today, scope } = visit;
  return inTransaction(visit.db, async (tx): Promise<ContractEnded> => {
    const agreement =
      asked.by === "facility"
        ? await requireAgreement(visit, tx, asked.facilityId, asked.agreementId)
        : await findAgreement(tx, asked.agreementId);
    const own = agreement && within(scope, { householdId: agreement.child.householdId });
    if (!agreement || (asked.by === "family" && !own)) throw notFound();
    const { agreementId, rows } = agreement;
    const period = agreementPeriod(rows);
    const { lastDay } = asked;
    const last = heldRows(rows).at(-1);
    if (last?.endedBy === "ended" && last.endOn === lastDay)
      return { ok: true, changed: false, lostAbsences: [] };
    if (!period || (period.endOn !== null && period.endOn < today))
      return { ok: false, error: "attendance:contract.error.ended" };
    if (lastDay < today) return { ok: false, error: "attendance:contract.error.lastDayPast", day: today };
    if (period.endOn !== null && lastDay >= period.endOn)
      return { ok: false, error: "attendance:contract.error.lastDayLate", day: period.endOn };
    const notice = await readParameter(tx, "contract-notice", today, contractNotice);
    const earliest = earliestLastDay(today, notice);
    const waived = asked.by === "facility" && asked.reason !== null;
    if (lastDay < earliest && !waived) {
      const { days: count, article } = notice;
      return { ok: false, error: "attendance:contract.error.notice", day: earliest, count, article };
    }
    if (agreementVersion(rows) !== asked.version) return changedMeanwhile;
    const { lostAbsences } = await recordAgreementEnd(tx, {
      agreementId,
      lastDay,
      endedBy: "ended",
      noticeOn: today,
      now,
    });
    const why = asked.by === "facility" && lastDay < earliest ? `:${asked.reason}` : "";
    if (asked.by === "facility")
      await logFileRead({ ...visit, db: tx }, "contract", agreementId, `contractEnd${why}`);
    return { ok: true, changed: true, lostAbsences };
  });
}
