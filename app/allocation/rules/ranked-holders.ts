// Those who hold some of a resource, by precedence and best key first, with their running counts: who is above a key is
// then found at once, for each of hundreds of thousands of refusals.
import type { Precedence, ResultKey } from "./result.ts";

/** A request that holds some of a resource: the units of the resource, and how many of its children use them. */
export type Holder = {
  request: string;
  key: ResultKey;
  precedence: Precedence;
  units: number;
  children: number;
};

/** Requests, their children, and the units of the resource that they hold. */
export type Tally = { files: number; children: number; units: number };

export type Ranked = {
  /** Best key first. */
  holders: readonly Holder[];
  /** What the first n hold, for n from 0 to all of them. */
  firsts: readonly Tally[];
};

export type ResourceHolders = Record<Precedence, Ranked> & { units: number };

/** Negative when `a` comes first: points high to low, then draw rank low to high. */
export function compareKeys(a: ResultKey, b: ResultKey): number {
  return b.points - a.points || a.lottery - b.lottery;
}

const nothing: Tally = { files: 0, children: 0, units: 0 };

/** What some holders hold together. */
export function tallyOf(holders: readonly Holder[]): Tally {
  return holders.reduce(
    ({ files, children, units }, each) => ({
      files: files + 1,
      children: children + each.children,
      units: units + each.units,
    }),
    nothing,
  );
}

/** The same without one of them. */
export function without({ files, children, units }: Tally, holder: Holder | undefined): Tally {
  if (!holder) return { files, children, units };
  return { files: files - 1, children: children - holder.children, units: units - holder.units };
}

function ranked(holders: Holder[]): Ranked {
  holders.sort((a, b) => compareKeys(a.key, b.key));
  const firsts = [nothing];
  for (const { children, units } of holders) {
    const last = firsts.at(-1)!;
    firsts.push({
      files: last.files + 1,
      children: last.children + children,
      units: last.units + units,
    });
  }
  return { holders, firsts };
}

/** Ranks the holders of a resource, given in any order. */
export function rankHolders(holders: readonly Holder[]): ResourceHolders {
  const of = (precedence: Precedence): Ranked =>
    ranked(holders.filter((holder) => holder.precedence === precedence));
  return {
    maintien: of("maintien"),
    reserve: of("reserve"),
    points: of("points"),
    units: tallyOf(holders).units,
  };
}

/** The first index at which `isPast` holds; it never holds before one at which it does not. */
export function firstIndex(length: number, isPast: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many have a better key. */
export function countBetter({ holders }: Ranked, key: ResultKey): number {
  return firstIndex(holders.length, (index) => compareKeys(holders[index]!.key, key) >= 0);
}
