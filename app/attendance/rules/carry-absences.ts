// Absences announced for days that are planned anew: they hold where the child is still expected at those hours.
import type { CalendarDay } from "#app/calendar/rules/day.ts";

export type Announced = { id: string; day: CalendarDay; plannedStart: Date; plannedEnd: Date };
export type Expected = { contractId: string; day: CalendarDay; start: Date; end: Date };

export type CarriedAbsences<A extends Announced, E extends Expected> = {
  kept: { absence: A; stay: E }[];
  /** The child is no longer expected then. */
  lost: A[];
};

/** A stay of the same day whose hours overlap is the same stay, at other hours; each is matched once. */
export function carryAbsences<A extends Announced, E extends Expected>(
  absences: A[],
  stays: E[],
): CarriedAbsences<A, E> {
  const free = new Set(stays);
  const carried: CarriedAbsences<A, E> = { kept: [], lost: [] };
  for (const absence of absences) {
    const stay = [...free].find(
      ({ day, start, end }) =>
        day === absence.day && start < absence.plannedEnd && absence.plannedStart < end,
    );
    if (!stay) carried.lost.push(absence);
    else {
      free.delete(stay);
      carried.kept.push({ absence, stay });
    }
  }
  return carried;
}
