// The hours a family types or draws, day by day. Free of zod and of libraries: the page that draws loads this file.
import { type CalendarDay, type Weekday, addMonths, isDay, weekdays } from "#app/calendar/rules/day.ts";
import { parseClock, printClock } from "#app/calendar/rules/clock-text.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  minutesOfDay,
  overlappingSlots,
} from "#app/calendar/rules/weekly-pattern.ts";
import type { Answers, AskProblem } from "./ask-form-answers.ts";

export const staysADay = 2;
export const daysOfCycle = 14;
export const flexibleWeeks = [0, 2, 4, 8, 12] as const;

/** One stay as typed: "08:00", "18:00", and whether it ends the next day. */
export type TypedSlot = { start: string; end: string; nextDay: boolean };
/** Fourteen days: those of week A, then those of week B, which count when the weeks alternate. */
export type TypedHours = {
  alternate: boolean;
  days: TypedSlot[][];
  startOn: string;
  flexibleWeeks: string;
};

const emptySlot = (): TypedSlot => ({ start: "", end: "", nextDay: false });
export const emptyDays = (): TypedSlot[][] => Array.from({ length: daysOfCycle }, () => []);
export const emptyHours = (): TypedHours => ({
  alternate: false,
  days: emptyDays(),
  startOn: "",
  flexibleWeeks: "",
});

export const slotName = (day: number, stay: number, part: keyof TypedSlot): string =>
  `days[${day}].slots[${stay}].${part}`;

export const weekOf = (day: number): number => Math.floor(day / 7);
export const weekdayOfIndex = (day: number): Weekday => weekdays[day % 7]!;
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

const isEmpty = ({ start, end }: TypedSlot): boolean => start.trim() === "" && end.trim() === "";

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

/** The stays that are right, as a pattern, and what is wrong with the others. */
export function readSlots(hours: TypedHours): { pattern: WeeklyPattern; problems: AskProblem[] } {
  const cycleWeeks = hours.alternate ? 2 : 1;
  const slots: Slot[] = [];
  const names = new Map<Slot, string>();
  const problems: AskProblem[] = [];
  for (let day = 0; day < cycleWeeks * 7; day++) {
    for (let stay = 0; stay < staysADay; stay++) {
      const typed = stayAt(hours, day, stay);
      if (isEmpty(typed)) continue;
      const read = readSlot(typed);
      if ("wrong" in read) {
        const values = { weekday: weekdayOfIndex(day) };
        problems.push({ name: slotName(day, stay, read.wrong), code: read.code, values });
        continue;
      }
      const slot = { week: weekOf(day), weekday: weekdayOfIndex(day), ...read };
      names.set(slot, slotName(day, stay, "start"));
      slots.push(slot);
    }
  }
  const pattern: WeeklyPattern = { cycleWeeks, slots: slots.sort(compareSlots) };
  const overlap = overlappingSlots(pattern);
  if (overlap) problems.push(overlapProblem(overlap, names.get(overlap[1])!));
  return { pattern, problems };
}

function overlapProblem([first, second]: [Slot, Slot], name: string): AskProblem {
  return {
    name,
    code: "overlap",
    values: {
      firstWeekday: first.weekday,
      firstStart: first.start,
      firstEnd: first.end,
      secondWeekday: second.weekday,
      secondStart: second.start,
      secondEnd: second.end,
    },
  };
}

export type AskedHours = { pattern: WeeklyPattern; startOn: CalendarDay; flexibleWeeks: number };

const furthestStartMonths = 24;

export function readHours(
  hours: TypedHours,
  today: CalendarDay,
  /** The day a birth is expected: no place is needed before it. */
  dueOn: CalendarDay | null = null,
): { ok: true; value: AskedHours } | { ok: false; problems: AskProblem[] } {
  const { pattern, problems } = readSlots(hours);
  if (pattern.slots.length === 0 && problems.length === 0) problems.push({ name: "week", code: "noHours" });
  const { startOn } = hours;
  if (!isDay(startOn)) problems.push({ name: "startOn", code: "startOn" });
  else if (startOn < today) problems.push({ name: "startOn", code: "startPast" });
  else if (dueOn !== null && startOn < dueOn) problems.push({ name: "startOn", code: "startBeforeBirth" });
  else if (startOn > addMonths(today, furthestStartMonths))
    problems.push({ name: "startOn", code: "startTooFar" });
  const flexible = flexibleWeeks.find((weeks) => String(weeks) === hours.flexibleWeeks);
  if (flexible === undefined) problems.push({ name: "flexibleWeeks", code: "flexibleWeeks" });
  if (problems.length > 0 || !isDay(startOn)) return { ok: false, problems };
  return { ok: true, value: { pattern, startOn, flexibleWeeks: flexible! } };
}

/** The hours as posted, right or wrong. */
export function keepHours(answers: Answers): TypedHours {
  const typed = (day: number, stay: number): TypedSlot => ({
    start: answers.text(slotName(day, stay, "start")),
    end: answers.text(slotName(day, stay, "end")),
    nextDay: answers.flag(slotName(day, stay, "nextDay")),
  });
  const days = emptyDays().map((_, day) =>
    Array.from({ length: staysADay }, (_, stay) => typed(day, stay)).filter((each) => !isEmpty(each)),
  );
  return {
    alternate: answers.flag("alternate"),
    days,
    startOn: answers.text("startOn"),
    flexibleWeeks: answers.text("flexibleWeeks"),
  };
}

/** A pattern as the form shows it; null when it has more weeks, or a day more stays, than there is room for. */
export function typedDays(pattern: WeeklyPattern): TypedSlot[][] | null {
  if (pattern.cycleWeeks * 7 > daysOfCycle || pattern.rota) return null;
  const days = emptyDays();
  for (const slot of [...pattern.slots].sort(compareSlots)) {
    const { start, end } = slot;
    const nextDay = end > minutesOfDay;
    days[dayIndex(slot)]!.push({
      start: printClock(start),
      // A time input cannot show 24:00.
      end: printClock(end % minutesOfDay),
      nextDay,
    });
  }
  return days.every((stays) => stays.length <= staysADay) ? days : null;
}

/** Monday's stays on Tuesday to Friday of the same week. */
export function copyMonday(hours: TypedHours, week: 0 | 1): TypedHours {
  const monday = week * 7;
  return {
    ...hours,
    days: hours.days.map((stays, day) =>
      day > monday && day < monday + 5 ? structuredClone(hours.days[monday]!) : stays,
    ),
  };
}

export function copyWeekA(hours: TypedHours): TypedHours {
  return { ...hours, days: hours.days.map((_, day) => structuredClone(hours.days[day % 7]!)) };
}

export function clearDays(hours: TypedHours): TypedHours {
  return { ...hours, days: emptyDays() };
}
