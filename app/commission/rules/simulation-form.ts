// What the address of the simulator asks for; unreadable parts are left out, and the defaults take their place.
import { type CalendarDay, addMonths, isDay } from "#app/calendar/rules/day.ts";
import { type CareKind, careKinds } from "#app/facilities/rules/kinds.ts";
import type { Grid } from "./grid.ts";

export type SimulationAsked = {
  careKind: CareKind;
  /** Whether to compare at all, or only to show the form. */
  compare: boolean;
  /** Ids of two versions; null: the one in force, and another. */
  a: string | null;
  b: string | null;
  startFrom: CalendarDay;
  startTo: CalendarDay;
  /** None: every one of the kind of care. */
  facilityIds: string[];
};

/** Starts looked at unless others are asked for, and the longest that may be. */
const usualMonths = 12;
const mostMonths = 24;

/** The names of the fields, which the address shows. */
export const simulationFields = {
  careKind: "type",
  compare: "comparer",
  a: "grille-a",
  b: "grille-b",
  startFrom: "du",
  startTo: "au",
  facilityIds: "structure",
} as const;

export function readSimulationAsked(search: URLSearchParams, today: CalendarDay): SimulationAsked {
  const text = (name: keyof typeof simulationFields): string | null =>
    search.get(simulationFields[name])?.slice(0, 100) || null;
  const day = (name: "startFrom" | "startTo", other: CalendarDay): CalendarDay => {
    const typed = text(name);
    return typed !== null && isDay(typed) ? typed : other;
  };
  const startFrom = day("startFrom", today);
  return {
    careKind: careKinds.find((kind) => kind === text("careKind")) ?? "nursery",
    compare: search.has(simulationFields.compare),
    a: text("a"),
    b: text("b"),
    startFrom,
    startTo: day("startTo", addMonths(startFrom, usualMonths)),
    facilityIds: [...new Set(search.getAll(simulationFields.facilityIds))].slice(0, 500),
  };
}

/** The grids of a pair that has not been chosen: the one in force, and a draft, else any other; newest first. */
export function usualPair<G extends Pick<Grid, "status" | "validFrom">>(
  grids: readonly G[],
  today: CalendarDay,
): { a: G | undefined; b: G | undefined } {
  const a = grids.find(({ status, validFrom }) => status === "adopted" && validFrom <= today) ?? grids[0];
  const others = grids.filter((grid) => grid !== a);
  return { a, b: others.find(({ status }) => status === "draft") ?? others[0] ?? a };
}

/** Why the dates cannot be; null when they can. */
export function windowProblem(
  { startFrom, startTo }: Pick<SimulationAsked, "startFrom" | "startTo">,
  today: CalendarDay,
): { field: "startFrom" | "startTo"; error: string } | null {
  if (startFrom < today) return { field: "startFrom", error: "commission:simulation.error.past" };
  if (startTo < startFrom) return { field: "startTo", error: "commission:simulation.error.order" };
  if (startTo > addMonths(startFrom, mostMonths))
    return { field: "startTo", error: "commission:simulation.error.long" };
  return null;
}
