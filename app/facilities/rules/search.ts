// "These hours, this child, from this date": which facilities are open then, and which really have a place.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Interval, minutesOfWeek, union } from "#app/calendar/rules/intervals.ts";
import { type QuarterHours, quarterAt, quarterMinutes } from "#app/calendar/rules/quarter-hours.ts";
import { type WeeklyPattern, minutesOfDay } from "#app/calendar/rules/weekly-pattern.ts";
import { type DaysOff, type Holding, dayOffAt, eachStay, neverOff } from "./holdings.ts";
import {
  type AskedStay,
  type Parts,
  beside,
  covers,
  mayCut,
  minutesOfParts,
  patternOf,
  staysAsked,
  wholeOf,
} from "./search-parts.ts";

export type SearchAsked = {
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn?: CalendarDay | null;
  /** On the first day; null, unknown, fits nowhere. */
  ageMonths: number | null;
};

export type SectionSearched = {
  id: string;
  minAgeMonths: number;
  maxAgeMonths: number;
  /** Places left at each quarter; stays outside the clock are not looked at. */
  clock: QuarterHours;
  left: Int32Array;
};

export type FacilitySearched = {
  id: string;
  /** Empty: unknown; only the places then tell. */
  openings: readonly { weekday: number; startMinute: number; endMinute: number }[];
  sections: readonly SectionSearched[];
  off?: DaysOff;
};

export type SearchResult = {
  facilityId: string;
  /** The section of the child's age with most room; null when none takes it. */
  sectionId: string | null;
  /** Minutes of an average week: asked for, within the opening hours, and free each time. */
  askedMinutes: number;
  coveredMinutes: number;
  freeMinutes: number;
  freePart: WeeklyPattern;
  remainingPart: WeeklyPattern;
  /** The free part again, stay by stay, for `pairsCovering`. */
  free: Parts;
};

/** The facilities with most room first; those that cannot take the child, or at no time, last. */
export function searchFacilities(
  asked: SearchAsked,
  facilities: readonly FacilitySearched[],
): SearchResult[] {
  const { pattern } = asked;
  const stays = staysAsked(pattern);
  const minutes = (parts: Parts): number => minutesOfParts(pattern, stays, parts);
  const askedMinutes = minutes(stays.map((stay) => [wholeOf(stay)]));
  return facilities
    .map((facility): SearchResult => {
      const open = facility.openings.length === 0 ? null : openParts(stays, facility.openings);
      const rooms = facility.sections
        .filter((section) => ageFits(section, asked.ageMonths))
        .map((section) => {
          const free = freeParts(asked, stays, section, facility.off ?? neverOff, open);
          return { id: section.id, free, minutes: minutes(free) };
        })
        .sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
      const best = rooms[0] ?? { id: null, free: stays.map(() => []), minutes: 0 };
      return {
        facilityId: facility.id,
        sectionId: best.id,
        askedMinutes,
        coveredMinutes: open === null ? best.minutes : minutes(open),
        freeMinutes: best.minutes,
        freePart: patternOf(pattern, stays, best.free),
        remainingPart: patternOf(
          pattern,
          stays,
          stays.map((stay, index) => beside(stay, best.free[index]!)),
        ),
        free: best.free,
      };
    })
    .sort(
      (a, b) =>
        b.freeMinutes - a.freeMinutes ||
        b.coveredMinutes - a.coveredMinutes ||
        (a.facilityId < b.facilityId ? -1 : 1),
    );
}

function ageFits({ minAgeMonths, maxAgeMonths }: SectionSearched, age: number | null): boolean {
  return age !== null && minAgeMonths <= age && age <= maxAgeMonths;
}

const common = (a: Interval[], b: Interval[]): Interval[] =>
  union(
    a.flatMap((one) =>
      b
        .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
        .filter(({ start, end }) => end > start),
    ),
  );

/** The parts of each stay within the opening hours; weeks are put end to end so that nights meet. */
function openParts(stays: AskedStay[], openings: FacilitySearched["openings"]): Parts {
  const open = union(
    [-minutesOfWeek, 0, minutesOfWeek].flatMap((shift) =>
      openings.map(({ weekday, startMinute, endMinute }) => ({
        start: shift + (weekday - 1) * minutesOfDay + startMinute,
        end: shift + (weekday - 1) * minutesOfDay + endMinute,
      })),
    ),
  );
  return stays.map((stay) => {
    const midnight = (stay.slot.weekday - 1) * minutesOfDay;
    const own = open.map(({ start, end }) => ({ start: start - midnight, end: end - midnight }));
    return common([wholeOf(stay)], own);
  });
}

/** The parts of each stay that are free every time it comes back. */
function freeParts(
  asked: SearchAsked,
  stays: AskedStay[],
  { clock, left }: SectionSearched,
  off: DaysOff,
  open: Parts | null,
): Parts {
  const taken = new Map(
    stays.map(({ slot }) => [slot, new Uint8Array(Math.ceil(slot.end / 15) - Math.floor(slot.start / 15))]),
  );
  const onDayOff = dayOffAt(clock, off);
  const holding: Holding = { pattern: asked.pattern, startOn: asked.startOn, endOn: asked.endOn ?? null };
  eachStay(clock, holding, off, (stay, slot) => {
    const quarters = taken.get(slot)!;
    const first = Math.floor(stay.first);
    // On the two days a year with a change of the clocks, quarters of the day and of real time part ways.
    const usual = Math.ceil(stay.last) - first === quarters.length;
    const firstMinute = Math.floor(slot.start / quarterMinutes) * quarterMinutes;
    for (let index = 0; index < quarters.length; index++) {
      if (quarters[index] === 1) continue;
      const minute = firstMinute + index * quarterMinutes;
      const from = usual ? first + index : quarterAt(clock, stay.dayIndex, minute);
      const to = usual ? from + 1 : quarterAt(clock, stay.dayIndex, minute + quarterMinutes);
      for (let quarter = Math.max(0, from); quarter < Math.min(clock.length, to); quarter++)
        if (left[quarter]! < 1 && !onDayOff(quarter)) quarters[index] = 1;
    }
  });
  return stays.map((stay, index) => {
    const { slot } = stay;
    const firstMinute = Math.floor(slot.start / quarterMinutes) * quarterMinutes;
    const free = [...taken.get(slot)!].flatMap((isTaken, quarter): Interval[] => {
      const start = firstMinute + quarter * quarterMinutes;
      return isTaken ? [] : [{ start, end: start + quarterMinutes }];
    });
    const parts = common([wholeOf(stay)], union(free));
    const within = open === null ? parts : common(parts, open[index]!);
    return mayCut(asked.pattern, stay) || covers(within, wholeOf(stay)) ? within : [];
  });
}
