// Who is above a request on a resource, counted from the options held and never guessed: a count that disagrees with
// the certificate is not told.
import { type AllocationBook, keyAt, ownHolder } from "./allocation-book.ts";
import type { InstanceRequest } from "./instance.ts";
import { compareKeys, countBetter, type Holder, type Tally, tallyOf, without } from "./ranked-holders.ts";
import type { Binding, ResultKey } from "./result.ts";

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

/** The threshold is the key of the last holder by points; of a reserved one when there is none; else null. */
function agrees(threshold: ResultKey | null, lowest: ResultKey | null, reserved: readonly Holder[]): boolean {
  if (threshold === null) return lowest === null && reserved.length === 0;
  if (lowest !== null) return compareKeys(lowest, threshold) === 0;
  return reserved.some(({ key }) => compareKeys(key, threshold) === 0);
}

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
  const { maintien, reserve, points } = book.holdersOf(resource);
  const self = ownHolder(book, request, resource);
  const ofSelf = (precedence: string): Holder | undefined =>
    self?.precedence === precedence ? self : undefined;
  const kept = without(maintien.firsts.at(-1)!, ofSelf("maintien"));
  const better = countBetter(points, own);
  const byPoints = { tally: points.firsts[better]!, lowest: points.holders[better - 1]?.key ?? null };
  const noPoints = { tally: points.firsts[0]!, lowest: null };
  const reserved = reserve.holders.filter((holder) => holder !== self);
  const told = (
    among: readonly Holder[],
    { tally, lowest }: { tally: Tally; lowest: ResultKey | null },
  ): Composition | null => {
    const holders = { kept, reserved: tallyOf(among), points: tally };
    const units = kept.units + holders.reserved.units + tally.units;
    return units === used && agrees(threshold, lowest, among) ? { holders, lowest } : null;
  };
  const isBetter = ({ key }: Holder): boolean => compareKeys(key, own) < 0;
  const ownClass = ({ request: id }: Holder): boolean =>
    book.requests.get(id)?.classes.some((each) => request.classes.includes(each)) ?? false;
  // A file of a reserve class, while the reserve is not full, has above it the reserved files of a better key and
  // those of the reserves that come before; which of these holds is in the certificate's own count.
  return (
    told(reserved, byPoints) ??
    told(reserved.filter(isBetter), noPoints) ??
    told(
      reserved.filter((holder) => isBetter(holder) || !ownClass(holder)),
      noPoints,
    )
  );
}
