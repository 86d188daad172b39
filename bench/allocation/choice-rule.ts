// The published choice rule, word for word: kept seats, then reserves in their order, then points.
import { fits, take, type Seat, type Tables } from "./tables.ts";

/** A request with a seat at a facility, or asking for one. */
export interface Holder {
  request: number;
  seat: Seat;
  key: number;
  current: boolean;
  classes: readonly string[];
}

export const holderAt = (tables: Tables, request: number, option: number, seat: Seat): Holder => ({
  request,
  seat,
  key: tables.key(request, seat.facility),
  current: tables.choices[request]![option]!.current,
  classes: tables.instance.requests[request]!.classes,
});

/** Keeps a list in the order of the keys, best first. */
export function insertByKey(list: Holder[], holder: Holder): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.key > holder.key) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, holder);
}

/** Which of `holders` (best key first) a facility accepts; `left` is its capacity and is used up. */
export function accepted(
  tables: Tables,
  facility: number,
  holders: readonly Holder[],
  left: Int32Array,
): Uint8Array {
  const taken = new Uint8Array(holders.length);
  const accept = (index: number) => {
    take(left, holders[index]!.seat);
    taken[index] = 1;
  };
  for (let index = 0; index < holders.length; index++) if (holders[index]!.current) accept(index);
  for (const reserve of tables.reserves[facility]!) {
    let met = 0;
    for (let pass = 0; pass < 2; pass++)
      for (let index = 0; index < holders.length; index++) {
        const { classes, seat, current } = holders[index]!;
        const mine = classes.length > 0 && classes.includes(reserve.class);
        if (!mine || (pass === 0) !== current) continue;
        if (!current) {
          if (met >= reserve.target) break;
          if (taken[index] || !fits(left, seat)) continue;
          accept(index);
        }
        met += reserve.unit === "places" ? seat.places : seat.halfHours;
      }
  }
  for (let index = 0; index < holders.length; index++)
    if (!taken[index] && fits(left, holders[index]!.seat)) accept(index);
  return taken;
}

/** Of `held` and one newcomer: is the newcomer accepted, and who is no longer? `cap` is left as it is. */
export function tryNewcomer(
  tables: Tables,
  held: readonly Holder[],
  newcomer: Holder,
  cap: Int32Array,
): { accepted: boolean; displaced: number[] } {
  const all = held.filter(({ request }) => request !== newcomer.request);
  insertByKey(all, newcomer);
  const taken = accepted(tables, newcomer.seat.facility, all, cap.slice());
  const displaced: number[] = [];
  let isIn = false;
  for (let index = 0; index < all.length; index++) {
    if (all[index] === newcomer) isIn = taken[index] === 1;
    else if (!taken[index]) displaced.push(all[index]!.request);
  }
  return { accepted: isIn, displaced };
}
