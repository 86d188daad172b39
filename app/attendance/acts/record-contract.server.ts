import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { insertContract } from "../store/contracts.server.ts";
import { planDays } from "./plan-days.server.ts";

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
};

/**
 * Turns an accepted offer into a contract, inside the transaction of the answer, and writes its first days: the
 * family and the facility see them at once. An offer makes one contract.
 */
export async function recordContract(
  tx: Database,
  { at, ...contract }: ContractToRecord,
): Promise<{ contractId: string }> {
  const contractId = await insertContract(tx, { ...contract, createdAt: at });
  await planDays({ db: tx, now: at }, { only: [contractId] });
  return { contractId };
}
