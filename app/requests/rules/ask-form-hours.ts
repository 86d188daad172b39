// The hours a family types or draws, day by day. Free of zod and of libraries: the page that draws loads this file.
import { type CalendarDay, type Weekday, isDay, weekdays } from "#app/calendar/rules/day.ts";
import { parseClock } from "#app/calendar/rules/clock-text.ts";
import { overlapInRota } from "#app/calendar/rules/rota-overlap.ts";
import {
  type RotaWeek,
  type Slot,
  type WeeklyPattern,
  compareSlots,
  maxCycleWeeks,
  minutesOfDay,
  overlappingSlots,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { AskProblem } from "./ask-form-answers.ts";

export const staysADay = 2;
export const daysOfCycle = 7 * maxCycleWeeks;
/** How many weeks may repeat: those of the cycles that employers use. */
export const cycleChoices = [1, 2, 3, 4, 5, 6, 8, 10, 12] as const;
/** Instead of weeks that repeat: weeks given one by one, by their Mondays. */
export const byDates = 0;
export const flexibleWeeks = [0, 2, 4, 8, 12] as const;

/** One stay as typed: "08:00", "18:00", and whether it ends the next day. */
export type TypedSlot = { start: string; end: string; nextDay: boolean };
/** What an employer's calendar held, until the family says what to do with it: shifts in epoch milliseconds. */
export type ReadCalendar = {
  shifts: { start: number; end: number }[];
  /** Events left out, by reason. */
  leftOut: Record<string, number>;
};
/** Bytes of a calendar's file. */
export const largestCalendar = 2 * 1024 * 1024;
/** Minutes of travel, one way. */
export const longestTravel = 180;

export type TypedHours = {
  /** How many weeks repeat, or `byDates`. */
  weeks: number;
  /**
   * The days of twelve weeks that may repeat, of which the first `weeks` count; then seven for each of `mondays`,
   * which count when the weeks are given one by one. Those that do not count are kept: a change of mind loses nothing.
   */
  days: TypedSlot[][];
  /** Mondays of the weeks given one by one, in order. */
  mondays: CalendarDay[];
  startOn: string;
  flexibleWeeks: string;
  /** Minutes of travel between the facility and work, as typed. */
  travelBefore: string;
  travelAfter: string;
  calendar: ReadCalendar | null;
};

const emptySlot = (): TypedSlot => ({ start: "", end: "", nextDay: false });
export const emptyDays = (length = daysOfCycle): TypedSlot[][] => Array.from({ length }, () => []);
export const emptyHours = (): TypedHours => ({
  weeks: 1,
  days: emptyDays(),
  mondays: [],
  startOn: "",
  flexibleWeeks: "",
  travelBefore: "",
  travelAfter: "",
  calendar: null,
});

export const slotName = (day: number, stay: number, part: keyof TypedSlot): string =>
  `days[${day}].slots[${stay}].${part}`;

export const weekOf = (day: number): number => Math.floor(day / 7);
export const weekdayOfIndex = (day: number): Weekday => weekdays[day % 7]!;

/** The weeks that count, each the seven days from 7 × week on. */
export function countedWeeks({ weeks, mondays }: Pick<TypedHours, "weeks" | "mondays">): number[] {
  return weeks === byDates
    ? mondays.map((_, index) => maxCycleWeeks + index)
    : Array.from({ length: weeks }, (_, week) => week);
}

/** The day from which the weeks of a child are counted: that of the start, unless it has passed or is not known. */
export function countedFrom({ startOn }: TypedHours, today: CalendarDay): CalendarDay {
  return isDay(startOn) && startOn > today ? startOn : today;
}

/** Null for a week that repeats. */
export function mondayOfWeek({ mondays }: Pick<TypedHours, "mondays">, week: number): CalendarDay | null {
  return mondays[week - maxCycleWeeks] ?? null;
}

export const dayIndex = ({ week, weekday }: Pick<Slot, "week" | "weekday">): number => week * 7 + weekday - 1;

/** The stay at a place of a day, empty when nothing is typed there. */
export function stayAt(hours: TypedHours, day: number, stay: number): TypedSlot {
  return hours.days[day]?.[stay] ?? emptySlot();
}

/** The hours with one part of a stay typed anew. */
export function typeStay(hours: TypedHours, day: number, stay: number, part: Partial<TypedSlot>): TypedHours {
  const stays = Array.from({ length: staysADay }, (_, index) =>
    index === stay ? { ...stayAt(hours, day, stay), ...part } : stayAt(hours, day, index),
  );
  return { ...hours, days: hours.days.map((present, index) => (index === day ? stays : present)) };
}

export const isEmptyStay = ({ start, end }: TypedSlot): boolean => start.trim() === "" && end.trim() === "";

type ReadSlot = { start: number; end: number } | { wrong: keyof TypedSlot; code: string };

function readSlot(typed: TypedSlot): ReadSlot {
  const start = parseClock(typed.start);
  const typedEnd = parseClock(typed.end);
  if (start === null || start === minutesOfDay)
    return { wrong: "start", code: typed.start.trim() === "" ? "startMissing" : "time" };
  if (typedEnd === null) return { wrong: "end", code: typed.end.trim() === "" ? "endMissing" : "time" };
  if (typed.nextDay) {
    const end = typedEnd + minutesOfDay;
    return end - start > minutesOfDay ? { wrong: "end", code: "tooLong" } : { start, end };
  }
  // Midnight as an end is the end of that day.
  const end = typedEnd === 0 ? minutesOfDay : typedEnd;
  return end <= start ? { wrong: "end", code: "endBeforeStart" } : { start, end };
}

/** The week of a day, as the sentence of a problem names it; nothing when every week is alike. */
function weekValues(hours: TypedHours, week: number): Record<string, string | number> {
  const monday = mondayOfWeek(hours, week);
  if (monday) return { monday };
  return hours.weeks > 1 ? { week, weeks: hours.weeks } : {};
}

type Placed = { slot: Slot; name: string };

/** The stays that are right, as a pattern, and what is wrong with the others. */
export function readSlots(hours: TypedHours): { pattern: WeeklyPattern; problems: AskProblem[] } {
  const placed: Placed[] = [];
  const problems: AskProblem[] = [];
  for (const week of countedWeeks(hours)) {
    for (let day = week * 7; day < week * 7 + 7; day++) {
      for (let stay = 0; stay < staysADay; stay++) {
        const typed = stayAt(hours, day, stay);
        if (isEmptyStay(typed)) continue;
        const read = readSlot(typed);
        if ("wrong" in read) {
          const values = { ...weekValues(hours, week), weekday: weekdayOfIndex(day) };
          problems.push({ name: slotName(day, stay, read.wrong), code: read.code, values });
          continue;
        }
        const slot = { week, weekday: weekdayOfIndex(day), ...read };
        placed.push({ slot, name: slotName(day, stay, "start") });
      }
    }
  }
  const pattern = patternOf(hours, placed);
  const overlap = overlapIn(hours, pattern, placed);
  if (overlap) problems.push(overlap);
  return { pattern, problems };
}

function patternOf(hours: TypedHours, placed: Placed[]): WeeklyPattern {
  const slots = placed.map(({ slot }) => slot).sort(compareSlots);
  if (hours.weeks !== byDates) return { cycleWeeks: hours.weeks, slots };
  const rota = hours.mondays.map((monday, index): RotaWeek => ({
    monday,
    slots: slots
      .filter(({ week }) => week === maxCycleWeeks + index)
      .map(({ weekday, start, end }) => ({ weekday, start, end })),
  }));
  return { cycleWeeks: 1, slots: [], ...(rota.length > 0 && { rota }) };
}

function overlapIn(hours: TypedHours, pattern: WeeklyPattern, placed: Placed[]): AskProblem | null {
  const repeated = overlappingSlots(pattern);
  const given = repeated ? null : overlapInRota(pattern);
  const pair =
    repeated ??
    (given?.map((each) => ({ ...each, week: maxCycleWeeks + hours.mondays.indexOf(each.monday) })) as
      [Slot, Slot] | undefined);
  if (!pair) return null;
  const [first, second] = pair;
  return {
    name: placed.find(({ slot }) => compareSlots(slot, second) === 0)!.name,
    code: "overlap",
    values: {
      ...weekValues(hours, second.week),
      firstWeekday: first.weekday,
      firstStart: first.start,
      firstEnd: first.end,
      secondWeekday: second.weekday,
      secondStart: second.start,
      secondEnd: second.end,
    },
  };
}
