import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { DaysOff } from "#app/facilities/rules/capacity.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { type TownDay, offAmong, townDays } from "../rules/days-off.ts";
import { listFacilityCalendars } from "../store/calendar.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";

/**
 * The days off of each facility, closures and holidays, from a day on. Days are worked out when they are asked for:
 * nobody has to say until when.
 * @param ids those of some facilities only
 */
export async function readDaysOff(
  db: Database,
  from: CalendarDay,
  ids?: string[],
): Promise<Map<string, DaysOff>> {
  const town = await readTownCalendar(db, from);
  const known = new Map<CalendarDay, TownDay[]>();
  const inTown = (day: CalendarDay): TownDay[] => {
    const days = known.get(day) ?? townDays(day, day, town);
    known.set(day, days);
    return days;
  };
  const calendars = await listFacilityCalendars(db, from, ids);
  return new Map(
    calendars.map((facility) => {
      const off = new Map<CalendarDay, boolean>();
      const has = (day: CalendarDay): boolean => {
        const said = off.get(day) ?? offAmong(inTown(day), facility).has(day);
        off.set(day, said);
        return said;
      };
      return [facility.id, { has }];
    }),
  );
}
