// The hours of a pattern as one cell of a file: "lun-ven 08:00-18:00; sam 22:00-06:00+1".
// "+1" after the end means the next day. Before the days, "A" or "B" means every other week, "2/4:" the second of
// four weeks that repeat, "2026-11-30:" the week of that Monday alone; "-" instead of days is a week without care.
import type { CalendarDay } from "./day.ts";
import { parseClock, printClock } from "./clock-text.ts";
import { groupDays } from "./pattern-summary.ts";
import { overlapInRota } from "./rota-overlap.ts";
import { type WeekMark, parseMark, printMark } from "./week-marks.ts";
import {
  type RotaWeek,
  type Slot,
  type WeekSlot,
  type WeeklyPattern,
  compareSlots,
  compareWeekSlots,
  isEmptyPattern,
  maxRotaWeeks,
  maxSlots,
  minutesOfDay,
  overlappingSlots,
} from "./weekly-pattern.ts";
import { parseWeekdays, printWeekdays } from "./weekdays-text.ts";

/** `text` is the part that could not be read, or that is wrong. */
export type HoursProblem = {
  code:
    | "empty"
    | "unreadable"
    | "days"
    | "hours"
    | "endBeforeStart"
    | "tooLong"
    | "overlap"
    | "tooMany"
    | "cycle"
    | "monday";
  text: string;
};
export type HoursText = { ok: true; pattern: WeeklyPattern } | { ok: false; problem: HoursProblem };

type Item = { mark: WeekMark; slots: WeekSlot[] };

const refuse = (code: HoursProblem["code"], text: string): { ok: false; problem: HoursProblem } => ({
  ok: false,
  problem: { code, text },
});

/** One space between parts, none within: "Lun – Ven  7 h 30 – 18 h" becomes "Lun-Ven 7h30-18h". */
function tighten(text: string): string {
  return text
    .replace(/[\s\u00A0\u202F]+/g, " ")
    .replace(/ ?[-–—] ?| à /g, "-")
    .replace(/ ?, ?/g, ",")
    .replace(/(\d) ?h(?: ?(\d{2})(?!\d))?/gi, "$1h$2")
    .replace(/ ?\+ ?1\b/g, "+1")
    .trim();
}

function parseSpan(text: string): { start: number; end: number } | HoursProblem["code"] {
  const found = /^([^-+]+)-([^-+]+)(\+1)?$/.exec(text);
  const [start, end] = [parseClock(found?.[1] ?? ""), parseClock(found?.[2] ?? "")];
  if (start === null || end === null || start === minutesOfDay) return "hours";
  const last = found![3] ? end + minutesOfDay : end;
  if (last <= start) return "endBeforeStart";
  return last - start > minutesOfDay ? "tooLong" : { start, end: last };
}

function parseItem(text: string): Item | HoursProblem["code"] {
  const marked = parseMark(text);
  if (typeof marked === "string") return marked;
  const { mark, rest } = marked;
  if (mark && rest === "-") return { mark, slots: [] };
  const found = /^(\S+)((?: \S+)+)$/.exec(rest);
  if (!found) return "unreadable";
  const days = parseWeekdays(found[1]!);
  if (!days) return "days";
  const hours: { start: number; end: number }[] = [];
  for (const each of found[2]!.trim().split(" ")) {
    const span = parseSpan(each);
    if (typeof span === "string") return span;
    hours.push(span);
  }
  return { mark, slots: days.flatMap((weekday) => hours.map((each) => ({ weekday, ...each }))) };
}

/** How many weeks repeat; null when the marks do not agree. */
function cycleOf(items: Item[]): number | null {
  const said = new Set(items.flatMap(({ mark }) => (mark && "of" in mark ? [mark.of] : [])));
  return said.size > 1 ? null : ([...said][0] ?? 1);
}

/** The hours of a week of the cycle: those marked for it, and those that hold for every week. */
const inWeek = (items: Item[], week: number): Slot[] =>
  items
    .filter(({ mark }) => mark === null || ("week" in mark && mark.week === week))
    .flatMap(({ slots }) => slots.map((each) => ({ week, ...each })));

function rotaOf(items: Item[]): RotaWeek[] {
  const weeks = new Map<CalendarDay, WeekSlot[]>();
  for (const { mark, slots } of items) {
    if (mark && "monday" in mark) weeks.set(mark.monday, [...(weeks.get(mark.monday) ?? []), ...slots]);
  }
  return [...weeks]
    .map(([monday, slots]) => ({ monday, slots: slots.sort(compareWeekSlots) }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
}

/** Reads hours; days without a mark hold for every week of the cycle. */
export function parseHours(text: string): HoursText {
  const parts = text.split(/[;|\n]/).map(tighten);
  const items: Item[] = [];
  for (const part of parts.filter((each) => each !== "")) {
    const item = parseItem(part);
    if (typeof item === "string") return refuse(item, part);
    items.push(item);
  }
  const cycleWeeks = cycleOf(items);
  if (cycleWeeks === null) return refuse("cycle", text.trim());
  const slots = Array.from({ length: cycleWeeks }, (_, week) => inWeek(items, week)).flat();
  const rota = rotaOf(items);
  const most = Math.max(slots.length, ...rota.map((week) => week.slots.length));
  if (most > maxSlots || rota.length > maxRotaWeeks) return refuse("tooMany", text.trim());
  const pattern: WeeklyPattern = {
    cycleWeeks,
    slots: slots.sort(compareSlots),
    ...(rota.length > 0 && { rota }),
  };
  if (isEmptyPattern(pattern)) return refuse("empty", text.trim());
  const overlap = printOverlap(pattern);
  return overlap ? refuse("overlap", overlap) : { ok: true, pattern };
}

const printSpan = ({ start, end }: { start: number; end: number }): string =>
  `${printClock(start)}-${end > minutesOfDay ? `${printClock(end - minutesOfDay)}+1` : printClock(end)}`;

const printSlot = (mark: WeekMark, slot: WeekSlot): string =>
  `${printMark(mark)}${printWeekdays([slot.weekday])} ${printSpan(slot)}`;

function printOverlap(pattern: WeeklyPattern): string | null {
  const repeated = overlappingSlots(pattern);
  if (repeated) {
    return repeated.map((each) => printSlot({ week: each.week, of: pattern.cycleWeeks }, each)).join("; ");
  }
  return (
    overlapInRota(pattern)
      ?.map((each) => printSlot({ monday: each.monday }, each))
      .join("; ") ?? null
  );
}

/** What `parseHours` reads back as the same pattern, for one that is not empty. */
export function printHours(pattern: WeeklyPattern): string {
  const { cycleWeeks, slots } = pattern;
  const lines = groupDays(pattern).map(({ week, monday, weekdays, hours }) => {
    const mark = printMark(monday ? { monday } : { week: week ?? 0, of: cycleWeeks });
    return mark + (hours.length === 0 ? "-" : `${printWeekdays(weekdays)} ${hours.map(printSpan).join(" ")}`);
  });
  // Weeks that repeat without any hours, between those of the rota.
  if (slots.length === 0 && cycleWeeks > 1) lines.unshift(`${printMark({ week: 0, of: cycleWeeks })}-`);
  return lines.join("; ");
}
