import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type CalendarStay, type OffByFacility, calendarStays } from "../rules/calendar-stays.ts";
import { daysOff } from "../rules/days-off.ts";
import { type FacilityCalendar, listFacilityCalendars } from "../store/calendar.server.ts";
import {
  type AskedStay,
  type CalendarContract,
  type StaysOf,
  listAskedStays,
  listCalendarContracts,
  listWrittenStays,
} from "../store/calendar-stays.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

export type LoadedStays = {
  /** Those that run on some day of the period, or just before or after it. */
  contracts: Map<string, CalendarContract>;
  stays: CalendarStay[];
  /** Occasional hours that are not booked yet: waiting for a place, or for the family's word. */
  asked: AskedStay[];
  facilities: FacilityCalendar[];
  off: OffByFacility;
};

/** The stays of a period with what they belong to, and the days off of the facilities concerned. */
export async function loadStays(
  { db, now }: { db: Database; now: Date },
  of: StaysOf,
  from: CalendarDay,
  to: CalendarDay,
): Promise<LoadedStays> {
  const today = dayOf(now);
  const contracts = await listCalendarContracts(db, of, addDays(from, -1), addDays(to, 1));
  const written = await listWrittenStays(db, of, from, to);
  const ids =
    "facilityId" in of ? [of.facilityId] : [...new Set(contracts.map(({ facilityId }) => facilityId))];
  const facilities = await listFacilityCalendars(db, from, ids);
  const town = await readTownCalendar(db, today);
  const off = new Map(facilities.map((each) => [each.id, daysOff(from, to, each, town)]));
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  const aheadFrom = from > today ? from : today;
  const stays = calendarStays(written, contracts, { aheadFrom, to, off });
  const asked = await listAskedStays(db, of, from, to);
  // A contract shortened since leaves written stays of the past behind it: they keep their place only while known.
  return {
    contracts: byId,
    stays: stays.filter(({ contractId }) => byId.has(contractId)),
    asked: asked.filter(({ contractId }) => byId.has(contractId)),
    facilities,
    off,
  };
}
