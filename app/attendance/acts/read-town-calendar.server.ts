import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { publicHolidayLaw } from "#app/requests/rules/delays.ts";
import type { TownCalendar } from "../rules/days-off.ts";
import { listSchoolPeriods } from "../store/calendar.server.ts";

/** What closes the whole town's facilities, or its after-school sites: the law, and the imported school calendar. */
export async function readTownCalendar(db: Database, day: CalendarDay): Promise<TownCalendar> {
  const { localLaw } = await readParameter(db, "public-holidays", day, publicHolidayLaw);
  return { localLaw, schoolPeriods: await listSchoolPeriods(db) };
}
