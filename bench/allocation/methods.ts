// The same town decided by the engine and by four other methods: hours, and who could complain.
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { pointsList, rankFirst, textbook, wholeSeats } from "./baselines.ts";
import { measure, type Measured, type Plan } from "./grievances.ts";
import { halfHoursAtMost } from "./optimum.ts";
import { capsWith, planOf } from "./ours.ts";
import { tablesOf, type Tables } from "./tables.ts";
import { drawTown, type TownShape } from "./town.ts";

export interface MethodRow extends Omit<Measured, "claims"> {
  method: string;
  /** Over the half-hours open. */
  filled: number;
  /** Claims of the engine's result that the choice rule does not find, or the other way round. */
  unlisted: number | null;
  surnombre: number;
}

function row(tables: Tables, method: string, plan: Plan, caps = tables.caps) {
  const { claims, ...measured } = measure(tables, plan, caps);
  const filled = measured.halfHours / halfHoursAtMost(tables);
  return { claims, row: { method, ...measured, filled, unlisted: null, surnombre: 0 } };
}

/** The engine's plan, and the claims it publishes against those that the choice rule finds. */
function ours(tables: Tables, instance: Instance, method: string): MethodRow {
  const result = allocate(instance);
  const found = row(tables, method, planOf(tables, result), capsWith(tables, result));
  const at = new Map(instance.requests.map(({ id }, index) => [id, index]));
  const listed = new Set(result.claims.map(({ request, option }) => `${at.get(request)}/${option}`));
  const unlisted = [...found.claims].filter((claim) => !listed.has(claim)).length;
  const wrong = [...listed].filter((claim) => !found.claims.has(claim)).length;
  const surnombre = result.surnombre.reduce((sum, { plus }) => sum + plus, 0);
  return { ...found.row, unlisted: unlisted + wrong, surnombre };
}

/** One row a method, the engine first: without any place beyond the capacity, then with two at most. */
export function compareMethods(shape: Omit<TownShape, "surnombreMax">): MethodRow[] {
  const town = drawTown({ ...shape, surnombreMax: 0 });
  const tables = tablesOf(town);
  const withSurnombre: Instance = { ...town, rules: { ...town.rules, surnombreMax: 2 } };
  return [
    ours(tables, town, "by cells (ours)"),
    ours(tables, withSurnombre, "ours, surnombre 2"),
    row(tables, "points list", pointsList(tables)).row,
    row(tables, "rank first", rankFirst(tables)).row,
    row(tables, "textbook DA", textbook(tables)).row,
    row(tables, "whole seats", wholeSeats(town)).row,
  ];
}
