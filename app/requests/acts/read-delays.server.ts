import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type RequestDelays, publicHolidayLaw, requestDelays } from "../rules/delays.ts";

/** The delays in force on a day, for the rules of delays.ts. */
export async function readDelays(db: Database, day: CalendarDay): Promise<RequestDelays> {
  const delays = await readParameter(db, "delays", day, requestDelays);
  const { localLaw } = await readParameter(db, "public-holidays", day, publicHolidayLaw);
  return { ...delays, localLaw };
}
