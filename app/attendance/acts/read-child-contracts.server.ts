import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { heldRows } from "../rules/agreement.ts";
import { listAgreementRows } from "../store/agreements.server.ts";

export type ChildContract = {
  agreementId: string;
  facilityName: string;
  sectionName: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
};

/** The hours that a child has by contract from a day on, row by row, and the agreement each belongs to. */
export async function readChildContracts(
  db: Database,
  childId: string,
  from: CalendarDay,
): Promise<ChildContract[]> {
  const rows = heldRows(await listAgreementRows(db, { childId }));
  // A night that begins on the eve reaches into the day.
  return rows
    .filter(({ endOn }) => endOn === null || endOn >= addDays(from, -1))
    .map(({ agreementId, facilityName, sectionName, pattern, startOn, endOn }) => ({
      agreementId,
      facilityName,
      sectionName,
      pattern,
      startOn,
      endOn,
    }));
}
