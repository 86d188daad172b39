// Days that are alike, put together: "Monday to Friday, 8:00 to 18:00" as data, for views that find the words.
import type { CalendarDay, Weekday } from "./day.ts";
import { type WeekSlot, type WeeklyPattern, compareWeekSlots } from "./weekly-pattern.ts";

export type DayGroup = {
  /** 0 to `cycleWeeks` − 1; null when every week is alike, and for a week given by its Monday. */
  week: number | null;
  /** Of a week of the rota; null for those of the cycle. */
  monday: CalendarDay | null;
  /** None at all for a week of the rota without care. */
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

type Alike = Omit<DayGroup, "week" | "monday">;

function alikeDays(slots: WeekSlot[]): Alike[] {
  const days = new Map<Weekday, Alike["hours"]>();
  for (const { weekday, start, end } of [...slots].sort(compareWeekSlots)) {
    days.set(weekday, [...(days.get(weekday) ?? []), { start, end }]);
  }
  const groups = new Map<string, Omit<Alike, "runs">>();
  for (const [weekday, hours] of days) {
    const key = JSON.stringify(hours);
    const group = groups.get(key);
    if (group) group.weekdays.push(weekday);
    else groups.set(key, { weekdays: [weekday], hours });
  }
  return [...groups.values()].map((group) => ({ ...group, runs: runsOf(group.weekdays) }));
}

/** One group for each different day of each week, in the order of the first day of each; then the weeks of the rota. */
export function groupDays({ cycleWeeks, slots, rota = [] }: WeeklyPattern): DayGroup[] {
  const cycle = Array.from({ length: cycleWeeks }, (_, week) =>
    alikeDays(slots.filter((each) => each.week === week)).map((group): DayGroup => ({
      week: cycleWeeks === 1 ? null : week,
      monday: null,
      ...group,
    })),
  );
  const given = rota.map((week): DayGroup[] => {
    const groups = week.slots.length === 0 ? [{ weekdays: [], hours: [], runs: [] }] : alikeDays(week.slots);
    return groups.map((group) => ({ week: null, monday: week.monday, ...group }));
  });
  return [...cycle, ...given].flat();
}
