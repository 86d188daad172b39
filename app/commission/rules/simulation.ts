// Two grids on the same demand, with the same draw: who is served with one and not with the other. Pure counting.
import type { Dimension, SimulatedGroups } from "./simulation-groups.ts";

/** What a child holds after a run; `halfHours` in an average week. */
export type Placing = { wishRank: number; partial: boolean; halfHours: number };

export type SimulatedChild = {
  groups: SimulatedGroups;
  /** The family would rather have fewer days at a better wish. */
  fewerDaysFirst: boolean;
  a: Placing | null;
  b: Placing | null;
};

/** Counts of children, and half-hours of an average week. */
export type Tally = {
  asked: number;
  servedA: number;
  servedB: number;
  gains: number;
  loses: number;
  halfHoursA: number;
  halfHoursB: number;
};

/** Of those who gain or lose: a place altogether, or a better one in the family's own order. */
export type Moves = { gainsPlace: number; gainsBetter: number; losesPlace: number; losesWorse: number };

/** Best first in the family's order: wish, then hours, or the other way round. */
function orderOf(
  { wishRank, partial, halfHours }: Placing,
  fewerDaysFirst: boolean,
): [number, number, number] {
  return fewerDaysFirst ? [wishRank, Number(partial), -halfHours] : [Number(partial), wishRank, -halfHours];
}

/** Above zero when B is better for the child, below when A is, zero when it is all one. */
export function changeFor({ a, b, fewerDaysFirst }: Omit<SimulatedChild, "groups">): number {
  if (!a || !b) return Number(b !== null) - Number(a !== null);
  const [before, after] = [orderOf(a, fewerDaysFirst), orderOf(b, fewerDaysFirst)];
  const at = before.findIndex((value, index) => value !== after[index]);
  return at === -1 ? 0 : before[at]! - after[at]!;
}

const count = (all: readonly SimulatedChild[], holds: (child: SimulatedChild) => boolean): number =>
  all.reduce((sum, child) => sum + Number(holds(child)), 0);

export function tallyOf(children: readonly SimulatedChild[]): Tally {
  const hours = (side: "a" | "b"): number =>
    Math.round(children.reduce((sum, child) => sum + (child[side]?.halfHours ?? 0), 0));
  return {
    asked: children.length,
    servedA: count(children, ({ a }) => a !== null),
    servedB: count(children, ({ b }) => b !== null),
    gains: count(children, (child) => changeFor(child) > 0),
    loses: count(children, (child) => changeFor(child) < 0),
    halfHoursA: hours("a"),
    halfHoursB: hours("b"),
  };
}

export function movesOf(children: readonly SimulatedChild[]): Moves {
  return {
    gainsPlace: count(children, ({ a, b }) => a === null && b !== null),
    gainsBetter: count(children, (child) => child.a !== null && changeFor(child) > 0),
    losesPlace: count(children, ({ a, b }) => a !== null && b === null),
    losesWorse: count(children, (child) => child.b !== null && changeFor(child) < 0),
  };
}

/** The tally of each group of a dimension; no group is empty, and their sum is the whole. */
export function tallyBy(
  children: readonly SimulatedChild[],
  dimension: Dimension,
): { group: string; tally: Tally }[] {
  const groups = new Map<string, SimulatedChild[]>();
  for (const child of children) {
    const known = groups.get(child.groups[dimension]);
    if (known) known.push(child);
    else groups.set(child.groups[dimension], [child]);
  }
  return [...groups].map(([group, own]) => ({ group, tally: tallyOf(own) }));
}
