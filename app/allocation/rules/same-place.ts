import type { Holding } from "#app/facilities/rules/capacity.ts";
import { cellsOf } from "#app/facilities/rules/capacity.ts";

/**
 * Whether two places are for the same hours of the same time: a child cannot hold both.
 * A place for the days and another for the nights go together.
 */
export function samePlace(one: Holding, other: Holding): boolean {
  const apart =
    (one.endOn !== null && one.endOn < other.startOn) || (other.endOn !== null && other.endOn < one.startOn);
  if (apart) return false;
  const taken = new Set(cellsOf(one.pattern));
  return cellsOf(other.pattern).some((cell) => taken.has(cell));
}
