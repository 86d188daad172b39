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

function enter(state: State, stop: number): void {
  const { stopFacility, stopKey, isReservable, isSeat, stopOption } = state.tables;
  const facility = stopFacility[stop]!;
  const list = state.held[facility]!;
  const stages = state.stages[facility]!;
  count(state, stop, 1);
  // Others keep their stage unless a reserve counts the newcomer.
  if (isReservable[stop]) return rearrange(state, facility, [...list, stop]);
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

function leave(state: State, stop: number): void {
  const { stopFacility, isReservable } = state.tables;
  const facility = stopFacility[stop]!;
  const list = state.held[facility]!;
  count(state, stop, -1);
  const at = list.indexOf(stop);
  list.splice(at, 1);
  state.stages[facility]!.splice(at, 1);
  if (isReservable[stop]) rearrange(state, facility, list);
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
