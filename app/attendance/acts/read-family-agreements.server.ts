import { within } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type AgreementView, agreementView } from "../rules/agreement-view.ts";
import { contractNotice, earliestLastDay } from "../rules/notice.ts";
import { findAgreement, listAgreementRows } from "../store/agreements.server.ts";

export type FamilyAgreement = AgreementView & {
  facilityName: string;
  /** Given today, a notice ends the contract then at the earliest; null when there is nothing to give up. */
  notice: { days: number; earliest: CalendarDay } | null;
};

/** The contracts made from a request, as its family reads them. */
export async function readFamilyAgreements(
  visit: SignedVisit,
  careRequestId: string,
): Promise<FamilyAgreement[]> {
  const { db, today, scope } = visit;
  const { days } = await readParameter(db, "contract-notice", today, contractNotice);
  const rows = await listAgreementRows(db, { careRequestId });
  const agreements: FamilyAgreement[] = [];
  for (const id of new Set(rows.map(({ agreementId }) => agreementId))) {
    const found = await findAgreement(db, id);
    if (!found || !within(scope, { householdId: found.child.householdId })) continue;
    const view = agreementView(found.rows, today);
    const earliest = earliestLastDay(today, { days });
    const mayEnd = view.standing !== "ended" && (view.endOn === null || view.endOn > earliest);
    agreements.push({
      ...view,
      facilityName: found.facility.name,
      notice: mayEnd ? { days, earliest } : null,
    });
  }
  return agreements;
}
