import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { findAgreement } from "../store/agreements.server.ts";
import { firstDayToChange } from "./require-agreement.server.ts";

/**
 * The first day of a contract signed now: the day asked, or today once it has passed; after a transfer, not before
 * the old place can be given up.
 */
export async function readFirstDay(
  db: Database,
  { startOn, transferOf }: { startOn: CalendarDay; transferOf: string | null },
  { today, now }: { today: CalendarDay; now: Date },
): Promise<CalendarDay> {
  const old = transferOf ? await findAgreement(db, transferOf) : null;
  const free = old ? await firstDayToChange(db, old, { today, now }) : today;
  return startOn > free ? startOn : free;
}
