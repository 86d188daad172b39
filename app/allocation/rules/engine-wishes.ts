// The wishes of each facility, by key.
import type { Tables } from "./engine-tables.ts";

type Listed = Omit<Tables, "wishStart" | "wishes">;

/** Merges two lists of stops, each best key first. */
function merge(one: number[], other: number[], key: Float64Array, into: Int32Array, from: number): void {
  let [left, right, at] = [0, 0, from];
  while (left < one.length || right < other.length) {
    const first = right >= other.length || (left < one.length && key[one[left]!]! > key[other[right]!]!);
    into[at] = first ? one[left++]! : other[right++]!;
    at += 1;
  }
}

/**
 * Requests are walked in their common order, so that only the wishes with local points have to be sorted.
 * @param isLocal 1 for a stop that has local points
 */
export function sortWishes(
  { requests, facilities, ranked, optionStart, optionStop, stopFacility, stopKey, isSeat }: Listed,
  isLocal: Uint8Array,
): Pick<Tables, "wishStart" | "wishes"> {
  const common: number[][] = facilities.map(() => []);
  const local: number[][] = facilities.map(() => []);
  for (let at = 0; at < requests.length; at += 1) {
    const request = ranked[at]!;
    for (let option = optionStart[request]!; option < optionStart[request + 1]!; option += 1)
      if (!isSeat[option])
        for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
          (isLocal[stop] ? local : common)[stopFacility[stop]!]!.push(stop);
  }
  const wishStart = new Int32Array(facilities.length + 1);
  for (let at = 0; at < facilities.length; at += 1)
    wishStart[at + 1] = wishStart[at]! + common[at]!.length + local[at]!.length;
  const wishes = new Int32Array(wishStart[facilities.length]!);
  for (let at = 0; at < facilities.length; at += 1) {
    // Stops of one request have the same key: they stay in the order of its options.
    local[at]!.sort((a, b) => stopKey[b]! - stopKey[a]! || a - b);
    merge(common[at]!, local[at]!, stopKey, wishes, wishStart[at]!);
  }
  return { wishStart, wishes };
}
