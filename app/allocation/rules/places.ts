// Whether a section has room for a pattern from a day on, and where it lacks.
import { type CalendarDay, type Weekday, addDays } from "#app/calendar/rules/day.ts";
import {
  type Slot,
  type WeeklyPattern,
  minutesOfDay,
  overTwoWeeks,
} from "#app/calendar/rules/weekly-pattern.ts";
import {
  type Band,
  type Grid,
  type Holding,
  capacityGrid,
  cellMinutes,
  cellsOfWeek,
  placesLeft,
} from "#app/facilities/rules/capacity.ts";

/** A licence changes by days: a band holds from a day to a day (included; null: until changed). */
export type DatedBand = Band & { validFrom: CalendarDay; validTo: CalendarDay | null };

/** Hours of the week that a pattern asks for in vain; `week` is null when it is so every week. */
export type Conflict = {
  week: 0 | 1 | null;
  weekday: Weekday;
  start: number;
  end: number;
  /** `closed`: no place is licensed then; `full`: all are taken. */
  cause: "closed" | "full";
};

/** The fewest places left in each quarter hour between two days, through every change of the licence. */
export function placesLeftThrough(
  bands: DatedBand[],
  holdings: Holding[],
  from: CalendarDay,
  to: CalendarDay | null,
): Grid {
  const changes = bands
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [addDays(validTo, 1)])])
    .filter((day) => day > from && (to === null || day <= to));
  const moments = [...new Set([from, ...changes])].sort();
  const grids = moments.map((moment, index) => {
    const next = moments[index + 1];
    return placesLeft(bandsOn(bands, moment), holdings, moment, next ? addDays(next, -1) : to);
  });
  return grids.reduce((fewest, grid) => fewest.map((left, cell) => Math.min(left, grid[cell]!)));
}

export function bandsOn(bands: DatedBand[], day: CalendarDay): Band[] {
  return bands.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

const cellOf = (slot: Slot, quarter: number): number =>
  ((slot.week * 7 + slot.weekday - 1) * (minutesOfDay / cellMinutes) + quarter) % (2 * cellsOfWeek);

/** The quarter hours of a slot without a place, put together while they follow each other. */
function conflictsOfSlot(slot: Slot, left: Grid, capacity: Grid): (Conflict & { week: 0 | 1 })[] {
  const found: (Conflict & { week: 0 | 1 })[] = [];
  const last = Math.ceil(slot.end / cellMinutes);
  for (let quarter = Math.floor(slot.start / cellMinutes); quarter < last; quarter++) {
    const cell = cellOf(slot, quarter);
    if (left[cell]! >= 1) continue;
    const start = Math.max(slot.start, quarter * cellMinutes);
    const end = Math.min(slot.end, (quarter + 1) * cellMinutes);
    const cause = capacity[cell]! < 1 ? "closed" : "full";
    const previous = found.at(-1);
    if (previous?.end === start && previous.cause === cause) previous.end = end;
    else found.push({ week: slot.week, weekday: slot.weekday, start, end, cause });
  }
  return found.map(onItsOwnDay);
}

/** What begins after midnight is said of the next day. */
function onItsOwnDay(each: Conflict & { week: 0 | 1 }): Conflict & { week: 0 | 1 } {
  if (each.start < minutesOfDay) return each;
  const sunday = each.weekday === 7;
  return {
    ...each,
    week: sunday ? (each.week === 0 ? 1 : 0) : each.week,
    weekday: sunday ? 1 : ((each.weekday + 1) as Weekday),
    start: each.start - minutesOfDay,
    end: each.end - minutesOfDay,
  };
}

/** Where a pattern finds no place, in the order of the week. */
export function conflictsOf(left: Grid, bands: Band[], pattern: WeeklyPattern): Conflict[] {
  const capacity = capacityGrid(bands);
  const both = overTwoWeeks(pattern).flatMap((slot) => conflictsOfSlot(slot, left, capacity));
  const same = (one: Conflict, other: Conflict): boolean =>
    one.weekday === other.weekday &&
    one.start === other.start &&
    one.end === other.end &&
    one.cause === other.cause;
  return both
    .filter((each) => each.week === 0 || !both.some((other) => other.week === 0 && same(each, other)))
    .map((each): Conflict => {
      const everyWeek = each.week === 0 && both.some((other) => other.week === 1 && same(each, other));
      return everyWeek ? { ...each, week: null } : each;
    })
    .sort((a, b) => (a.week ?? 0) - (b.week ?? 0) || a.weekday - b.weekday || a.start - b.start);
}
