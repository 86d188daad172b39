// Days that are alike, put together: "Monday to Friday, 8:00 to 18:00" as data, for views that find the words.
import type { Weekday } from "./day.ts";
import { type WeeklyPattern, compareSlots } from "./weekly-pattern.ts";

export type DayGroup = {
  /** null when every week is alike; else 0 in weeks A, 1 in weeks B. */
  week: 0 | 1 | null;
  weekdays: Weekday[];
  /** The same days as runs of days that follow each other; `from` and `to` are equal for a day alone. */
  runs: { from: Weekday; to: Weekday }[];
  /** Minutes from the midnight that opens the day; an end past 1440 falls the next day. */
  hours: { start: number; end: number }[];
};

/** Days in order. @returns runs of days that follow each other within a week */
export function runsOf(weekdays: Weekday[]): { from: Weekday; to: Weekday }[] {
  const runs: { from: Weekday; to: Weekday }[] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last && last.to + 1 === weekday) last.to = weekday;
    else runs.push({ from: weekday, to: weekday });
  }
  return runs;
}

/** One group for each different day, in the order of the first day of each. */
export function groupDays(pattern: WeeklyPattern): DayGroup[] {
  const days = new Map<string, Omit<DayGroup, "runs"> & { weekdays: [Weekday, ...Weekday[]] }>();
  for (const { week, weekday, start, end } of [...pattern.slots].sort(compareSlots)) {
    const key = `${week} ${weekday}`;
    const day = days.get(key);
    if (day) day.hours.push({ start, end });
    else
      days.set(key, {
        week: pattern.cycleWeeks === 1 ? null : week,
        weekdays: [weekday],
        hours: [{ start, end }],
      });
  }
  const groups = new Map<string, Omit<DayGroup, "runs">>();
  for (const day of days.values()) {
    const key = JSON.stringify([day.week, day.hours]);
    const group = groups.get(key);
    if (group) group.weekdays.push(...day.weekdays);
    else groups.set(key, day);
  }
  return [...groups.values()].map((group) => ({ ...group, runs: runsOf(group.weekdays) }));
}
