import { addDays, addMonths, asDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt } from "#app/calendar/rules/instant.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type Demand, demandOn } from "../rules/demand.ts";
import { requestsStandingAt } from "../store/demand.server.ts";

/**
 * What was asked, served and left waiting in a month, by kind of care: counts and minutes, and nobody in them.
 * @param month "2026-11"
 * @param now ends a month that is under way
 */
export async function readDemand(db: Database, month: string, now: Date): Promise<Demand[]> {
  const first = asDay(`${month}-01`);
  const next = addMonths(first, 1);
  const end = instantAt(next, 0);
  const until = now < end ? now : end;
  const day = now < end ? dayOf(now) : addDays(next, -1);
  return demandOn(day, await requestsStandingAt(db, instantAt(first, 0), until));
}
