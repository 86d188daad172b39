import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { printHours } from "#app/calendar/rules/hours-text.ts";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { usualEnd } from "#app/allocation/rules/usual-end.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type AgreementView, agreementView } from "../rules/agreement-view.ts";
import { listOccasionalContracts } from "../store/occasional-days.server.ts";
import { contractNotice, earliestLastDay } from "../rules/notice.ts";
import { heldRows } from "../rules/agreement.ts";
import { firstDayToChange, requireAgreement } from "./require-agreement.server.ts";

export type ContractView = {
  facility: { id: string; name: string };
  sections: { id: string; name: string }[];
  childName: string;
  agreement: AgreementView;
  /** The hours shown, as they are typed. */
  hoursText: string;
  /** The first day that may still change. */
  firstDay: CalendarDay;
  /** Given today, a notice ends the contract then at the earliest. */
  notice: { days: number; earliest: CalendarDay; article: string };
  /** Before the first day, or the adaptation planned: the first day and what may be typed. */
  adaptation: { startOn: CalendarDay; until: CalendarDay | null; hoursText: string } | null;
  /** Days proposed for an occasional contract; null while the child has one here. */
  occasional: { startOn: CalendarDay; endOn: CalendarDay } | null;
};

/** An agreement as its manager works on it: names and hours, and nothing else. The reading is logged. */
export async function readContract(
  visit: SignedVisit,
  facilityId: string | undefined,
  id: string | undefined,
): Promise<ContractView> {
  const { db, today } = visit;
  const agreement = await requireAgreement(visit, db, facilityId, id);
  const { agreementId, rows, child, facility } = agreement;
  const view = agreementView(rows, today);
  const firstDay = await firstDayToChange(db, agreement, visit);
  const { days, article } = await readParameter(db, "contract-notice", today, contractNotice);
  await logFileRead(visit, "contract", agreementId);
  const text = isEmptyPattern(view.pattern) ? "" : printHours(view.pattern);
  const [first] = heldRows(rows);
  const others = await listOccasionalContracts(db, { childId: child.id }, today, usualEnd(today));
  const given = first?.stage === "adaptation" ? first : null;
  return {
    facility: { id: facility.id, name: facility.name },
    sections: facility.sections,
    childName: `${child.firstName} ${child.lastName}`,
    agreement: view,
    hoursText: text,
    firstDay,
    notice: { days, article, earliest: earliestLastDay(today, { days }) },
    adaptation:
      first && first.startOn >= firstDay && first.kind !== "occasional"
        ? {
            startOn: first.startOn,
            until: given?.endOn ?? null,
            hoursText: given ? printHours(given.pattern) : text,
          }
        : null,
    occasional: others.some((other) => other.facilityId === facility.id)
      ? null
      : { startOn: today, endOn: usualEnd(today) },
  };
}
