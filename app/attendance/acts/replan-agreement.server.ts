import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type AgreementRow, heldRows, rowOn } from "../rules/agreement.ts";
import { carryAbsences } from "../rules/carry-absences.ts";
import { daysOff } from "../rules/days-off.ts";
import { plannedStays } from "../rules/planned-stays.ts";
import {
  deleteStays,
  listStaysFrom,
  moveOccasionalStays,
  moveStay,
} from "../store/agreement-stays.server.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { listFacilityCalendars } from "../store/calendar.server.ts";
import { listOccasionalAfter } from "../store/occasional.server.ts";
import { planDays } from "./plan-days.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";
import { recordOccasionalEnd } from "./record-occasional.server.ts";

export type LostAbsence = { day: CalendarDay; start: Date; end: Date };

/** The stays that rows book between two days, days off left out. */
async function expectedStays(tx: Database, rows: AgreementRow[], from: CalendarDay, to: CalendarDay) {
  const town = await readTownCalendar(tx, from);
  const [facility] = await listFacilityCalendars(tx, from, [rows[0]!.facilityId]);
  const off = daysOff(from, to, facility!, town);
  return heldRows(rows).flatMap((row) =>
    plannedStays(row, from, to, off).map((stay) => ({ ...stay, contractId: row.id })),
  );
}

/**
 * Plans again the days of an agreement whose rows have just changed, from a day on, inside the caller's transaction.
 * What nobody has marked goes and comes anew; an absence announced moves with its stay.
 * @returns the absences whose stay is no more, for somebody to be told
 */
export async function replanAgreement(
  tx: Database,
  { agreementId, from, now }: { agreementId: string; from: CalendarDay; now: Date },
): Promise<{ lostAbsences: LostAbsence[] }> {
  const { rows } = (await findAgreement(tx, agreementId))!;
  const ids = rows.map(({ id }) => id);
  const known = await listStaysFrom(tx, ids, from);
  const booked = known.filter(({ origin }) => origin === "contract");
  const announced = booked.filter(({ state }) => state === "absent");
  const last = known.reduce((latest, { day }) => (day > latest ? day : latest), addDays(from, 1));
  const { kept, lost } = carryAbsences(announced, await expectedStays(tx, rows, from, last));
  await deleteStays(tx, [
    ...booked.filter(({ state }) => state === "planned").map(({ id }) => id),
    ...lost.map(({ id }) => id),
  ]);
  for (const { absence, stay } of kept) {
    const { contractId, start, end } = stay;
    await moveStay(tx, absence.id, { contractId, plannedStart: start, plannedEnd: end });
  }
  // A child who was not expected, or hours booked one by one: they stay as they were, under the row of their day.
  for (const stay of known.filter(({ origin }) => origin !== "contract")) {
    const row = rowOn(rows, stay.day);
    if (row && row.id !== stay.contractId)
      await moveStay(tx, stay.id, {
        contractId: row.id,
        plannedStart: stay.plannedStart,
        plannedEnd: stay.plannedEnd,
      });
  }
  // Hours booked after the last day go back to whoever waits for them; the others follow the agreement.
  for (const stay of await listOccasionalAfter(tx, ids, addDays(from, -1)))
    if (!rowOn(rows, stay.day)) await recordOccasionalEnd(tx, stay, now);
  const heir = rowOn(rows, from);
  if (heir?.kind === "occasional") await moveOccasionalStays(tx, ids, heir.id, from);
  const running = heldRows(rows).filter(({ endOn }) => endOn === null || endOn >= dayOf(now));
  if (running.length > 0) await planDays({ db: tx, now }, { only: running.map(({ id }) => id) });
  return {
    lostAbsences: lost.map(({ day, plannedStart, plannedEnd }) => ({
      day,
      start: plannedStart,
      end: plannedEnd,
    })),
  };
}
