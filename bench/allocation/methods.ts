// The same town decided by the engine and by four other methods: hours, and who could complain.
import { allocate } from "#app/allocation/rules/engine.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import { pointsList, rankFirst, textbook, wholeSeats } from "./baselines.ts";
import { complementaryRound } from "./complementary.ts";
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
  /** Families who hold a place beyond the capacity. */
  beyond: number;
}

function row(tables: Tables, method: string, plan: Plan, caps = tables.caps) {
  const { claims, ...measured } = measure(tables, plan, caps);
  const filled = measured.halfHours / halfHoursAtMost(tables);
  return { claims, row: { method, ...measured, filled, unlisted: null, beyond: 0 } };
}

/** The engine's plan, and the claims it publishes against those that the choice rule finds. */
function ours(tables: Tables, instance: Instance, method: string): { plan: Plan; row: MethodRow } {
  const result = allocate(instance);
  const plan = planOf(tables, result);
  const found = row(tables, method, plan, capsWith(tables, result));
  const at = new Map(instance.requests.map(({ id }, index) => [id, index]));
  const listed = new Set(result.claims.map(({ request, option }) => `${at.get(request)}/${option}`));
  const unlisted = [...found.claims].filter((claim) => !listed.has(claim)).length;
  const wrong = [...listed].filter((claim) => !found.claims.has(claim)).length;
  const beyond = new Set(result.surnombre.map(({ request }) => request)).size;
  return { plan, row: { ...found.row, unlisted: unlisted + wrong, beyond } };
}

/** The same engine once more on what is left: half of the families without a place accept fewer days. */
function thenComplementary(town: Instance, tables: Tables, plan: Plan): MethodRow {
  const round = complementaryRound(town, plan, 0.5, 1);
  const { row } = ours(tablesOf(round), round, "then fewer days");
  return { ...row, filled: row.halfHours / halfHoursAtMost(tables) };
}

/** One row a method, the engine first: alone, with two places beyond the capacity at most, with a second round. */
export function compareMethods(shape: Omit<TownShape, "surnombreMax">): MethodRow[] {
  const town = drawTown({ ...shape, surnombreMax: 0 });
  const tables = tablesOf(town);
  const withSurnombre: Instance = { ...town, rules: { ...town.rules, surnombreMax: 2 } };
  const first = ours(tables, town, "by cells (ours)");
  return [
    first.row,
    ours(tables, withSurnombre, "ours, surnombre 2").row,
    thenComplementary(town, tables, first.plan),
    row(tables, "points list", pointsList(tables)).row,
    row(tables, "rank first", rankFirst(tables)).row,
    row(tables, "textbook DA", textbook(tables)).row,
    row(tables, "whole seats", wholeSeats(town)).row,
  ];
}
