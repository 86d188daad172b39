// The hours of a pattern as one cell of a file: "lun-ven 08:00-18:00; sam 22:00-06:00+1".
// "A" or "B" before the days means every other week; "+1" after the end means the next day.
import type { Weekday } from "./day.ts";
import { parseClock, printClock } from "./clock-text.ts";
import { groupDays } from "./pattern-summary.ts";
import {
  type Slot,
  type WeeklyPattern,
  compareSlots,
  maxSlots,
  minutesOfDay,
  overlappingSlots,
} from "./weekly-pattern.ts";
import { parseWeekdays, printWeekdays } from "./weekdays-text.ts";

/** `text` is the part that could not be read, or that is wrong. */
export type HoursProblem = {
  code: "empty" | "unreadable" | "days" | "hours" | "endBeforeStart" | "tooLong" | "overlap" | "tooMany";
  text: string;
};
export type HoursText = { ok: true; pattern: WeeklyPattern } | { ok: false; problem: HoursProblem };

type Item = {
  weeks: (0 | 1)[];
  alternates: boolean;
  days: Weekday[];
  hours: { start: number; end: number }[];
};

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
  const found = /^(?:([AB])[ :]+)?(\S+)((?: \S+)+)$/i.exec(text);
  if (!found) return "unreadable";
  const days = parseWeekdays(found[2]!);
  if (!days) return "days";
  const hours = [];
  for (const each of found[3]!.trim().split(" ")) {
    const span = parseSpan(each);
    if (typeof span === "string") return span;
    hours.push(span);
  }
  const week = found[1]?.toUpperCase();
  return { weeks: week === "A" ? [0] : week === "B" ? [1] : [0, 1], alternates: Boolean(week), days, hours };
}

/** Reads hours; days without "A" or "B" hold for both weeks. */
export function parseHours(text: string): HoursText {
  const parts = text.split(/[;|\n]/).map(tighten);
  const items: Item[] = [];
  for (const part of parts.filter((each) => each !== "")) {
    const item = parseItem(part);
    if (typeof item === "string") return refuse(item, part);
    items.push(item);
  }
  if (items.length === 0) return refuse("empty", text.trim());
  const cycleWeeks = items.some(({ alternates }) => alternates) ? 2 : 1;
  const slots: Slot[] = items.flatMap(({ weeks, days, hours }) =>
    weeks
      .filter((week) => week < cycleWeeks)
      .flatMap((week) => days.flatMap((weekday) => hours.map((each) => ({ week, weekday, ...each })))),
  );
  if (slots.length > maxSlots) return refuse("tooMany", text.trim());
  const pattern: WeeklyPattern = { cycleWeeks, slots: slots.sort(compareSlots) };
  const overlap = overlappingSlots(pattern);
  if (overlap) return refuse("overlap", overlap.map((each) => printSlot(each, cycleWeeks)).join("; "));
  return { ok: true, pattern };
}

const weekMark = (week: 0 | 1 | null): string => (week === null ? "" : week === 0 ? "A " : "B ");

const printSpan = ({ start, end }: { start: number; end: number }): string =>
  `${printClock(start)}-${end > minutesOfDay ? `${printClock(end - minutesOfDay)}+1` : printClock(end)}`;

const printSlot = (slot: Slot, cycleWeeks: 1 | 2): string =>
  `${weekMark(cycleWeeks === 2 ? slot.week : null)}${printWeekdays([slot.weekday])} ${printSpan(slot)}`;

/** What `parseHours` reads back as the same pattern, for one that has slots. */
export function printHours(pattern: WeeklyPattern): string {
  return groupDays(pattern)
    .map(
      ({ week, weekdays, hours }) =>
        `${weekMark(week)}${printWeekdays(weekdays)} ${hours.map(printSpan).join(" ")}`,
    )
    .join("; ");
}
