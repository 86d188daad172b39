import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { scopeOf } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { type DayCounts, type DayLine, countStandings, dayLine } from "../rules/day-line.ts";
import { type DayOff, dayOff } from "../rules/days-off.ts";
import { isToMark, isUnplanned } from "../rules/presence.ts";
import { listFacilityPresences } from "../store/presences.server.ts";
import type { TabletConflict } from "../rules/tablet-day.ts";
import { readChildNames } from "./read-child-names.server.ts";
import { readConflicts } from "./read-conflicts.server.ts";
import { readTownCalendar } from "./read-town-calendar.server.ts";
import { requireFacility } from "./require-facility.server.ts";

export type DayListView = {
  facility: { id: string; name: string };
  day: CalendarDay;
  today: CalendarDay;
  off: DayOff | null;
  counts: DayCounts;
  sections: { id: string; name: string; lines: DayLine[] }[];
  /** Only stays that still have to be marked are listed. */
  onlyToMark: boolean;
  /** What two devices say otherwise, whatever the day: a person settles it. */
  conflicts: TabletConflict[];
  seesHistory: boolean;
};

/** The day list of a facility: who is expected, who is there, section by section. The reading is logged. */
export async function readDayList(
  visit: SignedVisit,
  facilityId: string | undefined,
  { day, onlyToMark = false }: { day: CalendarDay; onlyToMark?: boolean },
): Promise<DayListView> {
  const facility = await requireFacility(visit, facilityId, day);
  const nextMidnight = instantAt(addDays(day, 1), 0);
  const rows = (await listFacilityPresences(visit.db, facility.id, day, day)).filter(
    (row) => !(isUnplanned(row) && row.state === "absent"),
  );
  const nameOf = await readChildNames(visit, facility.id, day, day);
  const lines = rows.map((row) => ({
    sectionId: row.sectionId,
    line: { ...dayLine(row, { day, nextMidnight, now: visit.now }), childName: nameOf(row) },
  }));
  const town = await readTownCalendar(visit.db, day);
  await logFileRead(visit, "presenceList", `${facility.id}/${day}`);
  const sections = facility.sections.map(({ id, name }) => ({
    id,
    name,
    lines: lines
      .filter(({ sectionId, line }) => sectionId === id && (!onlyToMark || isToMark(line.standing)))
      .map(({ line }) => line)
      .sort((one, other) => one.childName.localeCompare(other.childName, "fr")),
  }));
  return {
    facility: { id: facility.id, name: facility.name },
    day,
    today: visit.today,
    off: dayOff(day, facility, town),
    counts: countStandings(lines.map(({ line }) => line.standing)),
    sections,
    onlyToMark,
    conflicts: await readConflicts(visit.db, facility.id),
    seesHistory: scopeOf(visit.actor, "device:manage") !== null,
  };
}
