import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Grid } from "./grid.ts";
import type { Moves } from "./simulation.ts";
import type { ShownRow, ShownTally } from "./simulation-disclosure.ts";
import type { SimulationAsked } from "./simulation-form.ts";
import type { Dimension } from "./simulation-groups.ts";

export type SimulatedGrid = Pick<Grid, "id" | "name" | "version" | "status" | "method">;

/** Counts of people only, those that are too small left out (null). */
export type SimulationResult = {
  a: SimulatedGrid;
  b: SimulatedGrid;
  smallestCount: number;
  facilities: number;
  total: ShownTally;
  moves: Moves | null;
  /** Criteria that read a fact nobody is asked about: they count zero. */
  notAsked: { a: number; b: number };
  /** Requests that a gate of this grid keeps out. */
  barred: { a: number | null; b: number | null };
  tables: { dimension: Dimension; rows: ShownRow[] }[];
  /** Time spent computing, in milliseconds. */
  ms: number;
};

export type SimulationView = {
  asked: SimulationAsked;
  today: CalendarDay;
  grids: SimulatedGrid[];
  facilities: { id: string; name: string }[];
  /** `field` as in the address. */
  errors: Record<string, string>;
  /** Null until two grids are chosen, and while there is an error. */
  result: SimulationResult | null;
};
