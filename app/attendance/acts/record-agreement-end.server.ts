import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type EndedBy, heldRows } from "../rules/agreement.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { moveContract } from "../store/contracts.server.ts";
import { type LostAbsence, replanAgreement } from "./replan-agreement.server.ts";

/**
 * Ends an agreement after a last day, inside the caller's transaction: the row of that day ends with it, those to
 * come never begin, and the stays planned later go.
 * @param lastDay not before the eve of the first day that may change: the past stays as it was
 */
export async function recordAgreementEnd(
  tx: Database,
  {
    agreementId,
    lastDay,
    endedBy,
    noticeOn,
    now,
  }: {
    agreementId: string;
    lastDay: CalendarDay;
    endedBy: EndedBy;
    noticeOn: CalendarDay | null;
    now: Date;
  },
): Promise<{ lostAbsences: LostAbsence[] }> {
  const agreement = await findAgreement(tx, agreementId);
  if (!agreement) return { lostAbsences: [] };
  for (const row of heldRows(agreement.rows)) {
    if (row.endOn !== null && row.endOn <= lastDay) continue;
    const moved = await moveContract(tx, row, {
      endOn: lastDay,
      endedBy,
      ...(noticeOn && { noticeOn }),
    });
    if (!moved) throw new Error(`Contract ${row.id} moved within a transaction.`);
  }
  return replanAgreement(tx, { agreementId: agreement.agreementId, from: addDays(lastDay, 1), now });
}
