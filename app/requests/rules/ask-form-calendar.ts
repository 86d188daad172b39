// The calendar of an employer, between its reading and what the family decides to do with it.
import { careFromShifts, cycleOf } from "#app/calendar/rules/care-from-shifts.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import {
  type RotaWeek,
  type WeekSlot,
  type WeeklyPattern,
  compareWeekSlots,
  slotsOfWeek,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { AskProblem } from "./ask-form-answers.ts";
import type { FoundCalendar } from "./ask-form-found.ts";
import { type ReadCalendar, type TypedHours, byDates, longestTravel, staysADay } from "./ask-form-hours.ts";
import { typeCycle, typeRota } from "./ask-form-hours-typed.ts";

const minutesIn = (text: string): number | null => {
  if (text.trim() === "") return 0;
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= longestTravel ? minutes : null;
};

/** Minutes of travel; nothing typed is none. */
export function readTravel({ travelBefore, travelAfter }: TypedHours): {
  travel: { before: number; after: number };
  problems: AskProblem[];
} {
  const [before, after] = [minutesIn(travelBefore), minutesIn(travelAfter)];
  const problems: AskProblem[] = [];
  if (before === null)
    problems.push({ name: "travelBefore", code: "travel", values: { most: longestTravel } });
  if (after === null) problems.push({ name: "travelAfter", code: "travel", values: { most: longestTravel } });
  return { travel: { before: before ?? 0, after: after ?? 0 }, problems };
}

/** The form has room for so many stays a day: those closest together become one, the gap included. */
function fitDays({ monday, slots }: RotaWeek): { week: RotaWeek; joined: number } {
  let joined = 0;
  const fitted: WeekSlot[] = [];
  for (const weekday of new Set(slots.map((each) => each.weekday))) {
    const stays = slots.filter((each) => each.weekday === weekday).sort((a, b) => a.start - b.start);
    while (stays.length > staysADay) {
      const gaps = stays.slice(1).map((next, index) => next.start - stays[index]!.end);
      const at = gaps.indexOf(Math.min(...gaps));
      stays.splice(at, 2, { weekday, start: stays[at]!.start, end: stays[at + 1]!.end });
      joined++;
    }
    fitted.push(...stays);
  }
  return { week: { monday, slots: fitted }, joined };
}

const isWithin = (part: WeekSlot[], whole: WeekSlot[]): boolean =>
  part.every((slot) => whole.some((each) => compareWeekSlots(each, slot) === 0));

/** The pattern that the weeks repeat; a calendar may begin, or end, in the middle of a week. */
function repeatedBy(rota: RotaWeek[]): WeeklyPattern | null {
  const parts: [number, number][] = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  for (const [first, last] of parts) {
    const cycle = cycleOf(rota.slice(first, rota.length - last));
    if (cycle && rota.every(({ monday, slots }) => isWithin(slots, slotsOfWeek(cycle, monday)))) return cycle;
  }
  return null;
}

const shiftsOf = ({ shifts }: ReadCalendar): { start: Date; end: Date }[] =>
  shifts.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }));

/** What makes the care that a calendar asks for impossible. */
export function calendarProblem(hours: TypedHours): AskProblem | null {
  if (!hours.calendar) return null;
  const care = careFromShifts(shiftsOf(hours.calendar), readTravel(hours).travel);
  if (care.ok) return null;
  if (care.error === "tooManyWeeks") return { name: "calendar", code: "calendarTooMany" };
  return { name: "calendar", code: "calendarTooLong", values: { shiftDay: dayOf(care.shift.start) } };
}

export function foundCalendar(hours: TypedHours): FoundCalendar | null {
  if (!hours.calendar) return null;
  const shifts = shiftsOf(hours.calendar);
  const care = careFromShifts(shifts, readTravel(hours).travel);
  if (!care.ok || care.rota.length === 0) return null;
  const fitted = care.rota.map(fitDays);
  const rota = fitted.map(({ week }) => week);
  return {
    shifts: shifts.length,
    firstDay: dayOf(shifts[0]!.start),
    lastDay: dayOf(shifts.at(-1)!.start),
    rota: { cycleWeeks: 1, slots: [], rota },
    cycle: repeatedBy(rota),
    leftOut: { ...hours.calendar.leftOut, joined: fitted.reduce((sum, { joined }) => sum + joined, 0) },
  };
}

/** What the family decides: the pattern that repeats, the weeks as they are, or neither. */
export function chooseFound(hours: TypedHours, choice: string): TypedHours {
  const found = foundCalendar(hours);
  const decided = { ...hours, calendar: null };
  if (choice === "repeat" && found?.cycle) return typeCycle(decided, found.cycle) ?? hours;
  if (choice === "dates" && found) return typeRota({ ...decided, weeks: byDates }, found.rota.rota!) ?? hours;
  return choice === "nothing" ? decided : hours;
}
