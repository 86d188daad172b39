import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { ContractKind } from "../rules/agreement.ts";
import { insertContract } from "../store/contracts.server.ts";
import { planDays } from "./plan-days.server.ts";
import { recordAgreementEnd } from "./record-agreement-end.server.ts";

export type ContractToRecord = {
  offerId: string;
  careRequestId: string;
  childId: string;
  facilityId: string;
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  at: Date;
  kind?: ContractKind;
  /** The agreement that this one takes the place of: it ends the day before, or neither happens. */
  transferOf?: string | null;
};

/**
 * Turns an accepted offer into a contract, inside the transaction of the answer, and writes its first days: the
 * family and the facility see them at once. An offer makes one contract.
 * @throws "child-held-twice", from the database, when the child has some of these hours elsewhere
 */
export async function recordContract(
  tx: Database,
  { at, transferOf, ...contract }: ContractToRecord,
): Promise<{ contractId: string }> {
  if (transferOf) {
    const lastDay = addDays(contract.startOn, -1);
    const end = { agreementId: transferOf, lastDay, endedBy: "transferred" as const, noticeOn: null };
    await recordAgreementEnd(tx, { ...end, now: at });
  }
  const madeBy = transferOf ? "transferred" : "signed";
  const contractId = await insertContract(tx, { ...contract, madeBy, createdAt: at });
  await planDays({ db: tx, now: at }, { only: [contractId] });
  return { contractId };
}
