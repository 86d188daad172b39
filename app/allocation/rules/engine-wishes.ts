// The wishes of each facility, by key.
import type { Tables } from "./engine-tables.ts";

type Listed = Omit<Tables, "wishStart" | "wishes">;

/** Where the stops of each facility start, when seats are left aside. */
function startOf({ facilities, stopFacility, stopOption, isSeat }: Listed): Int32Array {
  const start = new Int32Array(facilities.length + 1);
  for (let stop = 0; stop < stopFacility.length; stop += 1)
    if (!isSeat[stopOption[stop]!]) start[stopFacility[stop]! + 1]! += 1;
  for (let at = 0; at < facilities.length; at += 1) start[at + 1]! += start[at]!;
  return start;
}

/** Merges `local`, best key first, into the `common` first wishes from `from` on, from the last to the first. */
function merge(
  wishes: Int32Array,
  from: number,
  common: number,
  local: readonly number[],
  key: Float64Array,
): void {
  let [left, right] = [from + common - 1, local.length - 1];
  for (let at = from + common + local.length - 1; right >= 0; at -= 1) {
    const isLocalLast = left < from || key[local[right]!]! < key[wishes[left]!]!;
    wishes[at] = isLocalLast ? local[right--]! : wishes[left--]!;
  }
}

/**
 * Requests are walked in their common order, so that only the wishes with local points have to be sorted.
 * @param isLocal 1 for a stop that has local points
 */
export function sortWishes(tables: Listed, isLocal: Uint8Array): Pick<Tables, "wishStart" | "wishes"> {
  const { requests, facilities, ranked, optionStart, optionStop, stopFacility, stopKey, isSeat } = tables;
  const wishStart = startOf(tables);
  const wishes = new Int32Array(wishStart[facilities.length]!);
  const common = new Int32Array(facilities.length);
  const local: number[][] = facilities.map(() => []);
  for (let at = 0; at < requests.length; at += 1) {
    const request = ranked[at]!;
    for (let option = optionStart[request]!; option < optionStart[request + 1]!; option += 1) {
      if (isSeat[option]) continue;
      for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) {
        const facility = stopFacility[stop]!;
        if (isLocal[stop]) local[facility]!.push(stop);
        else wishes[wishStart[facility]! + common[facility]!++] = stop;
      }
    }
  }
  for (let at = 0; at < facilities.length; at += 1) {
    // Stops of one request have the same key: they stay in the order of its options.
    local[at]!.sort((a, b) => stopKey[b]! - stopKey[a]! || a - b);
    merge(wishes, wishStart[at]!, common[at]!, local[at]!, stopKey);
  }
  return { wishStart, wishes };
}
