// A day of a section as pages show it: what is free, what may be booked in one touch, and whether it still may.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, minuteOf } from "#app/calendar/rules/instant.ts";
import type { FacilityLimits } from "#app/facilities/rules/limits.ts";
import {
  type FreeStretch,
  freePlaces,
  freeRuns,
  freeStretches,
  isFree,
  openHalfHours,
} from "./free-hours.ts";
import type { OccasionalCare } from "./occasional.ts";

export type Stretch = { start: number; end: number };

export type OccasionalDay = {
  day: CalendarDay;
  free: FreeStretch[];
  /** What one child may take. */
  runs: Stretch[];
  /** Beginnings and ends to choose among, in minutes. */
  halfHours: number[];
  /** Free hours that one touch books; those of a whole day, of a morning, of an afternoon. */
  oneTouch: (Stretch & { part: "day" | "morning" | "afternoon" })[];
};

/** @param now what has begun cannot be booked any more */
export function occasionalDay(
  limits: FacilityLimits,
  sectionId: string,
  day: CalendarDay,
  { morning, afternoon }: Pick<OccasionalCare, "morning" | "afternoon">,
  now: Date,
): OccasionalDay {
  const places = freePlaces(limits, sectionId);
  const from = day < dayOf(now) ? 1440 : day === dayOf(now) ? minuteOf(now) + 1 : 0;
  const free = limits.off.has(day) ? [] : freeStretches(limits, places, day, from);
  const halfHours = limits.off.has(day) ? [] : openHalfHours(limits, sectionId, day);
  const parts = [
    { part: "day" as const, start: morning.start, end: afternoon.end },
    { part: "morning" as const, ...morning },
    { part: "afternoon" as const, ...afternoon },
  ];
  const oneTouch = parts.filter(
    ({ start, end }) =>
      start >= from &&
      isFree(limits, places, { day, start: instantAt(day, start), end: instantAt(day, end) }),
  );
  return {
    day,
    free,
    runs: freeRuns(free),
    halfHours: halfHours.filter((minute) => minute >= from),
    oneTouch,
  };
}

const meets = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;

/** The day as one child may book it: what it has already, here or elsewhere, is left out. */
export function withoutOwn(day: OccasionalDay, own: readonly Stretch[]): OccasionalDay {
  const runs = own.reduce<Stretch[]>(
    (left, { start, end }) =>
      left.flatMap((run) =>
        [
          { start: run.start, end: Math.min(run.end, start) },
          { start: Math.max(run.start, end), end: run.end },
        ].filter((part) => part.end > part.start),
      ),
    day.runs,
  );
  return {
    ...day,
    runs,
    oneTouch: day.oneTouch.filter((part) => !own.some((held) => meets(part, held))),
  };
}
