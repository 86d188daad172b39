// Two children of a facility with the same first and last name are told apart by as little as does it: the year of
// birth, else the month, else the day. The one rule of calendars, day lists and emergency lists.
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { plainName } from "./same-name.ts";

type Named = { id: string; firstName: string; lastName: string; birthDay: CalendarDay | null };

/** "2024", "2024-03" or "2024-03-15". */
export type BirthMark = string;

const lengths = [4, 7, 10];

/** Marks by id of child, for those that need one. */
export function birthMarks(children: readonly Named[]): Map<string, BirthMark> {
  const groups = new Map<string, Map<string, CalendarDay | null>>();
  for (const child of children) {
    const name = plainName(child);
    const group = groups.get(name) ?? new Map<string, CalendarDay | null>();
    groups.set(name, group.set(child.id, child.birthDay));
  }
  const marks = new Map<string, BirthMark>();
  for (const group of groups.values()) {
    if (group.size < 2) continue;
    const cut = (length: number): string[] => [...group.values()].map((day) => (day ?? "").slice(0, length));
    const length = lengths.find((each) => new Set(cut(each)).size === group.size) ?? 10;
    for (const [id, day] of group) if (day) marks.set(id, day.slice(0, length));
  }
  return marks;
}
