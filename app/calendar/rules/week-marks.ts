// Which weeks some hours are those of, as written before the days: "A", "B", "2/4:", "2026-11-30:", or nothing for all.
import { type CalendarDay, isDay, mondayOf } from "./day.ts";
import { maxCycleWeeks } from "./weekly-pattern.ts";

/** `week` is 0 to `of` − 1. */
export type WeekMark = { week: number; of: number } | { monday: CalendarDay } | null;

const letters = ["A", "B"];
const written = /^(?:([AB])(?=[ :-])|(\d{1,2})\/(\d{1,2})(?=[ :-])|(\d{4}-\d{2}-\d{2})(?=[ :-]))[ :]*(.*)$/i;

/** The mark and what follows it; "cycle" for a week that cannot be, "monday" for a day that is not one. */
export function parseMark(text: string): { mark: WeekMark; rest: string } | "cycle" | "monday" {
  const found = written.exec(text);
  if (!found) return { mark: null, rest: text };
  const [, letter, number, of, day, rest] = found as unknown as (string | undefined)[];
  if (letter) return { mark: { week: letters.indexOf(letter.toUpperCase()), of: 2 }, rest: rest! };
  if (day) {
    const monday = isDay(day) && mondayOf(day) === day;
    return monday ? { mark: { monday: day }, rest: rest! } : "monday";
  }
  const mark = { week: Number(number) - 1, of: Number(of) };
  const exists = mark.of >= 1 && mark.of <= maxCycleWeeks && mark.week >= 0 && mark.week < mark.of;
  return exists ? { mark, rest: rest! } : "cycle";
}

/** With the space that parts it from the days. */
export function printMark(mark: WeekMark): string {
  if (mark === null) return "";
  if ("monday" in mark) return `${mark.monday}: `;
  if (mark.of === 1) return "";
  return mark.of === 2 ? `${letters[mark.week]} ` : `${mark.week + 1}/${mark.of}: `;
}
