import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { scopeOf, within } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays, daysFrom, firstOfMonth } from "#app/calendar/rules/day.ts";
import { instantAt, minuteOf } from "#app/calendar/rules/instant.ts";
import type { FacilityKind } from "#app/facilities/rules/kinds.ts";
import { type OffRun, runsOff } from "../rules/calendar-stays.ts";
import { type DayCounts, countStandings } from "../rules/day-line.ts";
import { type DayOff, dayOff, daysOff } from "../rules/days-off.ts";
import { headcountAt, licensedAt } from "../rules/places-now.ts";
import { standingAt } from "../rules/presence.ts";
import { countUnmarked, listFacilityPresences } from "../store/presences.server.ts";
import { readChildNames } from "./read-child-names.server.ts";
import { type FacilityOccupancy, readOccupancy } from "./read-occupancy.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type FacilityTodayView = {
  facility: { id: string; name: string; kind: FacilityKind };
  day: CalendarDay;
  now: Date;
  off: DayOff | null;
  /** Numbers only for those who plan without pointing at children. */
  seesNames: boolean;
  seesContracts: boolean;
  /** Sees the places left, and may change the settings. */
  mayManage: boolean;
  counts: DayCounts;
  arrivals: { id: string; childName: string; plannedStart: Date; sectionName: string }[];
  sections: { id: string; name: string; licensed: number | null; booked: number; present: number }[];
  /** Past days that still hold unmarked stays, today included. */
  unmarked: { day: CalendarDay; count: number }[];
  week: { day: CalendarDay; off: DayOff | null; expected: number; absent: number }[];
  closures: OffRun[];
  /** Since the first of the month; null before anything was booked. */
  month: FacilityOccupancy | null;
};

const arrivalsShown = 6;
const unmarkedDays = 14;
const closuresAhead = 90;

/** A facility at a glance: who is here now, who comes next, the week ahead, what is left to mark. */
export async function readFacilityToday(
  visit: SignedVisit,
  facilityId: string | undefined,
): Promise<FacilityTodayView> {
  const { db, now, today } = visit;
  const facility = await requireFacility(visit, facilityId);
  const { id, name, kind, organisationId } = facility;
  const namesScope = scopeOf(visit.actor, "presence:read");
  const seesNames = namesScope !== null && within(namesScope, { facilityId: id, organisationId });
  const contractsScope = scopeOf(visit.actor, "contract:read");
  const managed = scopeOf(visit.actor, "facility:manage");
  const lastOfWeek = addDays(today, 6);
  const rows = await listFacilityPresences(db, id, today, lastOfWeek);
  const nextMidnight = instantAt(addDays(today, 1), 0);
  const ofToday = rows.filter(({ plannedStart }) => plannedStart < nextMidnight);
  const town = await readTownCalendar(db, today);
  const sectionNames = new Map(facility.sections.map((section) => [section.id, section.name]));
  const toArrive = ofToday
    .map((row) => ({ ...row, standing: standingAt(row, now) }))
    .filter(({ standing }) => standing === "toCome");
  if (seesNames) await logFileRead(visit, "presenceList", `${id}/${today}`);
  const [month] = await readOccupancy(db, firstOfMonth(today), today, { asOf: now, facilityId: id });
  const nameOf = await readChildNames(visit, id, today, today);
  const ahead = daysOff(today, addDays(today, closuresAhead), facility, town);
  return {
    facility: { id, name, kind },
    day: today,
    now,
    off: dayOff(today, facility, town),
    seesNames,
    mayManage: managed !== null && within(managed, { facilityId: id, organisationId }),
    seesContracts: contractsScope !== null && within(contractsScope, { facilityId: id, organisationId }),
    counts: countStandings(ofToday.map((row) => standingAt(row, now))),
    arrivals: seesNames
      ? toArrive.slice(0, arrivalsShown).map((row) => ({
          id: row.id,
          childName: nameOf(row),
          plannedStart: row.plannedStart,
          sectionName: sectionNames.get(row.sectionId) ?? "",
        }))
      : [],
    sections: facility.sections.map((section) => ({
      id: section.id,
      name: section.name,
      licensed: licensedAt(section.bands, today, minuteOf(now)),
      ...headcountAt(
        ofToday.filter(({ sectionId }) => sectionId === section.id),
        now,
      ),
    })),
    unmarked: await countUnmarked(db, id, addDays(today, -unmarkedDays), now),
    week: daysFrom(today, lastOfWeek).map((day) => {
      const ofDay = rows.filter((row) => row.day === day);
      const absent = ofDay.filter(({ state }) => state === "absent").length;
      return { day, off: dayOff(day, facility, town), expected: ofDay.length - absent, absent };
    }),
    closures: runsOff(ahead),
    month: month && month.bookedMinutes > 0 ? month : null,
  };
}
