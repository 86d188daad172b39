import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { scopeOf } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type CalendarDay, addDays } from "#app/calendar/rules/day.ts";
import { instantAt } from "#app/calendar/rules/instant.ts";
import { formatMinute } from "#app/i18n/format.ts";
import { bandOf, otherHours } from "../rules/site-bands.ts";
import { type SiteBandView, readSiteBands } from "./read-site-bands.server.ts";
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
  /** Sections; at a site of after-school care, the time bands of the day. */
  sections: { id: string; name: string; lines: DayLine[]; band: SiteBandView | null }[];
  /** Only stays that still have to be marked are listed. */
  onlyToMark: boolean;
  /** What two devices say otherwise, whatever the day: a person settles it. */
  conflicts: TabletConflict[];
  seesHistory: boolean;
};

/** Named by their hours; the last holds what is outside of them. */
function bandGroups(
  bands: SiteBandView[],
  { t, language }: SignedVisit,
): { id: string; name: string; band: SiteBandView | null }[] {
  const named = bands.map((band) => {
    const [start, end] = [band.startMinute, band.endMinute].map((minute) => formatMinute(minute, language));
    return { id: band.id, name: t("calendar:hours", { start, end }), band };
  });
  return [...named, { id: otherHours, name: t("attendance:band.other"), band: null }];
}

/** The day list of a facility: who is expected, who is there, section by section or band by band. The reading is logged. */
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
  const town = await readTownCalendar(visit.db, day);
  const off = dayOff(day, facility, town);
  const site = facility.kind === "afterSchool" && off === null;
  const bands = site ? await readSiteBands(visit, facility.id, day, rows) : [];
  const groups =
    bands.length === 0
      ? facility.sections.map(({ id, name }) => ({ id, name, band: null }))
      : bandGroups(bands, visit);
  const lines = rows.map((row) => ({
    groupId: bands.length === 0 ? row.sectionId : bandOf(row, bands),
    line: { ...dayLine(row, { day, nextMidnight, now: visit.now }), childName: nameOf(row) },
  }));
  await logFileRead(visit, "presenceList", `${facility.id}/${day}`);
  const sections = groups.map(({ id, name, band }) => ({
    id,
    name,
    band,
    lines: lines
      .filter(({ groupId, line }) => groupId === id && (!onlyToMark || isToMark(line.standing)))
      .map(({ line }) => line)
      .sort((one, other) => one.childName.localeCompare(other.childName, "fr")),
  }));
  return {
    facility: { id: facility.id, name: facility.name },
    day,
    today: visit.today,
    off,
    counts: countStandings(lines.map(({ line }) => line.standing)),
    sections,
    onlyToMark,
    conflicts: await readConflicts(visit.db, facility.id),
    seesHistory: scopeOf(visit.actor, "device:manage") !== null,
  };
}
