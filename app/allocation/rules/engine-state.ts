// Who holds what while the engine runs, facility by facility, in the order of the choice rule.
import { arrange, seatStage } from "./engine-rule.ts";
import type { Tables } from "./engine-tables.ts";

export type State = {
  tables: Tables;
  /** The option that each request holds, or −1. */
  holds: Int32Array;
  /** Units used of each slot at each facility, and units there are, surnombre included. */
  used: Int32Array;
  cap: Int32Array;
  /** Stops held at each facility, by stage then by key; and their stages. */
  held: number[][];
  stages: number[][];
  /** At each facility, the key under which a refused wish may have become acceptable; 0 when none. */
  reopened: Float64Array;
};

/** The stage of those accepted by their points, at a facility. */
export function pointsStage({ tables }: State, facility: number): number {
  return tables.reserves[facility]!.length;
}

/** The stop of what a request holds at a facility, or −1. */
export function stopHeldAt({ tables, holds }: State, request: number, facility: number): number {
  const option = holds[request]!;
  if (option < 0) return -1;
  const { optionStop, stopFacility } = tables;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    if (stopFacility[stop] === facility) return stop;
  return -1;
}

function count(state: State, stop: number, sign: 1 | -1): void {
  const { shapes, stopShape, stopFacility, slots } = state.tables;
  const base = stopFacility[stop]! * slots;
  const shape = stopShape[stop]!;
  for (let at = shapes.start[shape]!; at < shapes.start[shape + 1]!; at += 1)
    state.used[base + shapes.slots[at]!]! += sign * shapes.units[at]!;
}

function rearrange(state: State, facility: number, stops: readonly number[]): void {
  const arranged = arrange(state.tables, facility, stops);
  state.held[facility] = arranged.stops;
  state.stages[facility] = arranged.stages;
}

/** Wishes for a facility whose key is under `limit` may have become acceptable. */
export function reopen(state: State, facility: number, limit: number): void {
  state.reopened[facility] = Math.max(state.reopened[facility]!, limit);
}

/** True when a newcomer sent a reserved holder back to a later stage, under others. */
function hasSentBack(state: State, facility: number, before: readonly number[], reserved: number): boolean {
  const after = state.held[facility]!;
  const stages = state.stages[facility]!;
  const last = pointsStage(state, facility);
  // By far the most usual: a facility has one reserve at most.
  for (let at = 0; at < reserved; at += 1) {
    const now = after.indexOf(before[at]!);
    if (stages[now] === last || last > 1) return true;
  }
  return false;
}

function enter(state: State, stop: number): void {
  const { stopFacility, stopKey, isReservable, isSeat, stopOption } = state.tables;
  const facility = stopFacility[stop]!;
  const list = state.held[facility]!;
  const stages = state.stages[facility]!;
  count(state, stop, 1);
  // Others keep their stage unless a reserve counts the newcomer.
  if (isReservable[stop]) {
    const last = pointsStage(state, facility);
    let reserved = stages.length;
    while (reserved > 0 && stages[reserved - 1] === last) reserved -= 1;
    rearrange(state, facility, [...list, stop]);
    if (hasSentBack(state, facility, list, reserved)) reopen(state, facility, Number.POSITIVE_INFINITY);
    return;
  }
  const stage = isSeat[stopOption[stop]!] ? seatStage : pointsStage(state, facility);
  let at = list.length;
  while (
    at > 0 &&
    (stages[at - 1]! > stage || (stages[at - 1] === stage && stopKey[list[at - 1]!]! < stopKey[stop]!))
  )
    at -= 1;
  list.splice(at, 0, stop);
  stages.splice(at, 0, stage);
}

/** Whoever stands above the one that leaves loses nobody above; by points, everybody stands under a reserve. */
function leave(state: State, stop: number): void {
  const { stopFacility, isReservable, stopKey } = state.tables;
  const facility = stopFacility[stop]!;
  const list = state.held[facility]!;
  const stages = state.stages[facility]!;
  count(state, stop, -1);
  const at = list.indexOf(stop);
  const isByPoints = stages[at] === pointsStage(state, facility);
  list.splice(at, 1);
  stages.splice(at, 1);
  if (isReservable[stop] && !isByPoints) rearrange(state, facility, list);
  reopen(state, facility, isByPoints ? stopKey[stop]! : Number.POSITIVE_INFINITY);
}

/** Gives an option to a request that holds none. */
export function take(state: State, request: number, option: number): void {
  const { optionStop } = state.tables;
  state.holds[request] = option;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) enter(state, stop);
}

/** Takes back what a request holds. */
export function release(state: State, request: number): void {
  const { optionStop } = state.tables;
  const option = state.holds[request]!;
  state.holds[request] = -1;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) leave(state, stop);
}

/** @param holds the option of each request or −1; @param cap units there are, surnombre included */
export function stateOf(tables: Tables, holds: Int32Array, cap: Int32Array): State {
  const { facilities, requests, optionStop, stopFacility } = tables;
  const state: State = {
    tables,
    holds: holds.slice(),
    used: new Int32Array(cap.length),
    cap: cap.slice(),
    held: facilities.map(() => []),
    stages: facilities.map(() => []),
    reopened: new Float64Array(facilities.length),
  };
  for (let request = 0; request < requests.length; request += 1) {
    const option = holds[request]!;
    if (option < 0) continue;
    for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) {
      count(state, stop, 1);
      state.held[stopFacility[stop]!]!.push(stop);
    }
  }
  for (const [facility, list] of state.held.entries()) rearrange(state, facility, list);
  return state;
}
