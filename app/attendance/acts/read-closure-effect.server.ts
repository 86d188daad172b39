import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type ClosureEffect, closureEffect } from "../rules/closure-effect.ts";
import { type Closure, daysOff } from "../rules/days-off.ts";
import type { FacilityFile } from "../store/facilities.server.ts";
import { type ConcernedContract, listConcernedContracts } from "../store/closures.server.ts";
import { listFacilityOccasional } from "../store/occasional.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

export type Concerned = ClosureEffect<ConcernedContract> & {
  households: number;
  /** Guardians who can be written to. */
  writtenTo: number;
  /** Families in which nobody can be: somebody must call them. */
  toCall: number;
};

/**
 * The stays that fall within a closure and not within another day off, and the families that book them.
 * @param facility with its other closures: the one looked at left out
 */
export async function readClosureEffect(
  db: Database,
  facility: Pick<FacilityFile, "id" | "kind" | "closures">,
  { fromDay, toDay }: Pick<Closure, "fromDay" | "toDay">,
  today: CalendarDay,
): Promise<Concerned> {
  const from = fromDay > today ? fromDay : today;
  const off = daysOff(from, toDay, facility, await readTownCalendar(db, today));
  const contracts = await listConcernedContracts(db, facility.id, from, toDay);
  const occasional = await listFacilityOccasional(db, facility.id, from, toDay);
  const booked = occasional.filter(({ day, status }) => status === "booked" && !off.has(day));
  const effect = closureEffect(
    { fromDay: from, toDay },
    contracts,
    off,
    booked.map(({ contractId }) => contractId),
  );
  const guardians = new Set(
    effect.contracts.flatMap((contract) =>
      contract.guardians.flatMap(({ id, email }) => (email ? [id] : [])),
    ),
  );
  const households = new Set(effect.contracts.map(({ child }) => child.householdId));
  const reached = new Set(
    effect.contracts.flatMap((contract) =>
      contract.guardians.some(({ email }) => email) ? [contract.child.householdId] : [],
    ),
  );
  return {
    ...effect,
    households: households.size,
    writtenTo: guardians.size,
    toCall: households.size - reached.size,
  };
}
