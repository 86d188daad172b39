// One stay as the day list shows it: names, hours, state, and the touches that make sense now. Nothing else of the
// child or its family.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import {
  type AbsenceCode,
  type Mark,
  type PresenceFacts,
  type Standing,
  isUnplanned,
  lateBy,
  leftEarlyBy,
  marksAt,
  standingAt,
} from "./presence.ts";

/** `fromYesterday`: the night before is under way when the day opens; `untilTomorrow`: it goes on after midnight. */
export type Night = "fromYesterday" | "untilTomorrow" | null;

export type DayLine = {
  id: string;
  version: number;
  childName: string;
  plannedStart: Date;
  plannedEnd: Date;
  arrivedAt: Date | null;
  leftAt: Date | null;
  standing: Standing;
  absenceCode: AbsenceCode | null;
  /** Minutes before the planned end. */
  leftEarlyBy: number;
  /** Minutes after the planned end, gone or still there. */
  lateBy: number;
  /** Nobody expected this child. */
  unplanned: boolean;
  night: Night;
  marks: Mark[];
};

export type LineSource = PresenceFacts & {
  id: string;
  version: number;
  day: CalendarDay;
  absenceCode: AbsenceCode | null;
  firstName: string;
  lastName: string;
};

/** @param nextMidnight the end of `day` */
export function dayLine(
  presence: LineSource,
  { day, nextMidnight, now }: { day: CalendarDay; nextMidnight: Date; now: Date },
): DayLine {
  const { id, version, plannedStart, plannedEnd, arrivedAt, leftAt, absenceCode } = presence;
  const night = presence.day < day ? "fromYesterday" : plannedEnd > nextMidnight ? "untilTomorrow" : null;
  return {
    id,
    version,
    childName: `${presence.firstName} ${presence.lastName}`,
    plannedStart,
    plannedEnd,
    arrivedAt,
    leftAt,
    standing: standingAt(presence, now),
    absenceCode,
    leftEarlyBy: leftEarlyBy(presence),
    lateBy: lateBy(presence, now),
    unplanned: isUnplanned(presence),
    night,
    marks: marksAt(presence, now),
  };
}

export type DayCounts = Record<Standing, number>;

export function countStandings(standings: Standing[]): DayCounts {
  const counts: DayCounts = { toCome: 0, late: 0, unknown: 0, present: 0, notLeft: 0, left: 0, absent: 0 };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}
