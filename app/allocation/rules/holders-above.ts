// Who is above a request on a resource, counted from the options held and never guessed: a count that disagrees with
// the certificate is not told.
import { type AllocationBook, type Holder, compareKeys, keyAt } from "./allocation-book.ts";
import type { InstanceRequest } from "./instance.ts";
import type { Binding, ResultKey } from "./result.ts";

/** Requests, their children, and the units of the resource that they hold. */
export type Tally = { files: number; children: number; units: number };

export type HoldersAbove = {
  /** Seats kept by children already in care. */
  kept: Tally;
  /** Held through a reserve. */
  reserved: Tally;
  /** Held by points, with a better key. */
  points: Tally;
};

export type Composition = {
  holders: HoldersAbove;
  /** The lowest key among the holders by points; null when there is none. */
  lowest: ResultKey | null;
};

function tally(holders: readonly Holder[]): Tally {
  const sum = (of: (holder: Holder) => number): number => holders.reduce((all, each) => all + of(each), 0);
  return { files: holders.length, children: sum((each) => each.children), units: sum((each) => each.units) };
}

const sameKey = (a: ResultKey | null, b: ResultKey | null): boolean =>
  a === b || (a !== null && b !== null && compareKeys(a, b) === 0);

/**
 * Those who are above a request on a binding resource, by the reason why they are.
 * @returns null when the options held do not give the numbers of the certificate
 */
export function compositionAbove(
  book: AllocationBook,
  request: InstanceRequest,
  { resource, used, threshold }: Binding,
): Composition | null {
  const facility = book.resources.get(resource)?.facility;
  if (facility === undefined) return null;
  const own = keyAt(request, facility);
  const others = book.holdersOf(resource).filter((holder) => holder.request !== request.id);
  const kept = others.filter(({ precedence }) => precedence === "maintien");
  const reserved = others.filter(({ precedence }) => precedence === "reserve");
  const better = ({ key }: Holder): boolean => compareKeys(key, own) < 0;
  const points = others.filter((holder) => holder.precedence === "points" && better(holder));
  // A file of a reserve class, while the reserve is not full, has above it only the reserved files of a better key.
  for (const above of [
    { reserved, points },
    { reserved: reserved.filter(better), points },
    { reserved: reserved.filter(better), points: [] },
  ]) {
    const holders = { kept: tally(kept), reserved: tally(above.reserved), points: tally(above.points) };
    const units = holders.kept.units + holders.reserved.units + holders.points.units;
    const ends = [above.points, above.reserved].flatMap((each) => each.at(-1)?.key ?? []);
    const agrees = ends.length === 0 ? threshold === null : ends.some((end) => sameKey(end, threshold));
    if (units === used && agrees) return { holders, lowest: above.points.at(-1)?.key ?? null };
  }
  return null;
}
