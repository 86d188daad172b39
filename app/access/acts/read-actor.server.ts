import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Actor } from "../rules/actor.ts";
import { findActor } from "../store.server.ts";

/** What an account may do on a day, for a link that acts in its name; null once it is disabled. */
export async function readActor(db: Database, accountId: string, today: CalendarDay): Promise<Actor | null> {
  return findActor(db, accountId, today);
}
