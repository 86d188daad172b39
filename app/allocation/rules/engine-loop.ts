// Deferred acceptance by cells, with re-proposals: requests ask in their order of preference, facilities apply the
// choice rule, and whatever is freed is offered again to everyone refused there.
import { accepts, acceptsOption, displacedBy } from "./engine-choice.ts";
import { type State, release, reopen, stateOf, take } from "./engine-state.ts";
import type { Tables } from "./engine-tables.ts";
import { NumberHeap } from "./number-heap.ts";

type Run = {
  state: State;
  /** Requests to settle, by rank; facilities to look at again. */
  pending: NumberHeap;
  dirty: NumberHeap;
  /** How many times each option was taken back, and the options closed until the next repair. */
  displacements: Uint16Array;
  locked: Uint8Array;
  /** Shape s was refused in the scan number refusedIn[s], to a better key than those that follow. */
  refusedIn: Int32Array;
  scan: number;
  /** Units added to each cap. */
  raised: Int32Array;
  tick: () => void;
};

/** The requests that lose what they hold when an accepted option is given: at each facility, best key first. */
export function displacedByOption(state: State, option: number): number[] {
  const { optionStop, optionRequest, stopOption } = state.tables;
  const displaced: number[] = [];
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    for (const other of displacedBy(state, stop)) {
      const request = optionRequest[stopOption[other]!]!;
      if (!displaced.includes(request)) displaced.push(request);
    }
  return displaced;
}

/** The facilities of an option that was just given or taken back are looked at again, if that opened something. */
function lookAgain({ state, dirty }: Run, option: number): void {
  const { optionStop, stopFacility } = state.tables;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    if (state.reopened[stopFacility[stop]!]! > 0) dirty.add(stopFacility[stop]!);
}

function give(run: Run, request: number, option: number): void {
  take(run.state, request, option);
  lookAgain(run, option);
}

function takeBack(run: Run, request: number): void {
  const option = run.state.holds[request]!;
  release(run.state, request);
  lookAgain(run, option);
}

/** Adds the units that an option misses, if the rules and the law let; false, and nothing added, if not. */
function raiseFor({ state, raised }: Run, option: number): boolean {
  const { tables, used, cap } = state;
  const { shapes, stopShape, stopFacility, optionStop, slots, hardCap, instance } = tables;
  const { surnombreMax } = instance.rules;
  if (surnombreMax === 0) return false;
  const raises: [number, number][] = [];
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) {
    const shape = stopShape[stop]!;
    for (let at = shapes.start[shape]!; at < shapes.start[shape + 1]!; at += 1) {
      const slot = shapes.slots[at]!;
      const place = stopFacility[stop]! * slots + slot;
      const missing = used[place]! + shapes.units[at]! - cap[place]!;
      if (missing <= 0) continue;
      if (cap[place]! + missing > hardCap[place]!) return false;
      if (shapes.uses.isPlace[slot] && raised[place]! + missing > surnombreMax) return false;
      raises.push([place, missing]);
    }
  }
  for (const [place, missing] of raises) {
    raised[place]! += missing;
    cap[place]! += missing;
    reopen(state, Math.floor(place / slots), Number.POSITIVE_INFINITY);
  }
  return true;
}

/** Takes its place back from a displaced request; after too many times, it stays in surnombre or its option closes. */
function displace(run: Run, request: number, option: number): void {
  const { state, displacements, locked, pending } = run;
  displacements[option]! += 1;
  if (displacements[option]! >= state.tables.instance.rules.displacements) {
    if (raiseFor(run, option)) {
      return give(run, request, option);
    }
    locked[option] = 1;
  }
  pending.add(state.tables.rank[request]!);
}

/** Gives an option that every facility of it accepts. */
function commit(run: Run, request: number, option: number): void {
  const { state } = run;
  const displaced = displacedByOption(state, option);
  const lost = displaced.map((other) => state.holds[other]!);
  if (state.holds[request]! >= 0) takeBack(run, request);
  for (const other of displaced) takeBack(run, other);
  give(run, request, option);
  for (const [at, other] of displaced.entries()) displace(run, other, lost[at]!);
}

/** The best option that a request may have now, if better than the one it holds. */
function propose(run: Run, request: number): void {
  const { state, locked } = run;
  const { optionStart } = state.tables;
  const held = state.holds[request]!;
  const end = held < 0 ? optionStart[request + 1]! : held;
  run.tick();
  for (let option = optionStart[request]!; option < end; option += 1)
    if (!locked[option] && acceptsOption(state, option)) return commit(run, request, option);
}

/** The first wish of a facility whose key is under a limit. */
function firstUnder({ wishes, wishStart, stopKey }: Tables, facility: number, limit: number): number {
  let [low, high] = [wishStart[facility]!, wishStart[facility + 1]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stopKey[wishes[middle]!]! < limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Gives every better wish that a facility now accepts, best key first. Once it has refused a vector of uses to somebody
 * who holds nothing, it refuses the same to whoever comes after, as long as nothing has moved.
 */
function offerAgain(run: Run, facility: number): void {
  const { state, locked, refusedIn } = run;
  const { wishes, wishStart, stopOption, optionRequest, stopShape, isReservable } = state.tables;
  const end = wishStart[facility + 1]!;
  let at = firstUnder(state.tables, facility, state.reopened[facility]!);
  state.reopened[facility] = 0;
  run.scan += 1;
  for (; at < end; at += 1) {
    const stop = wishes[at]!;
    const option = stopOption[stop]!;
    const request = optionRequest[option]!;
    const held = state.holds[request]!;
    if (locked[option] || (held >= 0 && option >= held)) continue;
    const isPlain = held < 0 && !isReservable[stop];
    if (isPlain && refusedIn[stopShape[stop]!] === run.scan) continue;
    if (!accepts(state, stop)) {
      if (isPlain) refusedIn[stopShape[stop]!] = run.scan;
    } else if (acceptsOption(state, option)) {
      propose(run, request);
      run.scan += 1;
    }
  }
}

function settle(run: Run): void {
  const { pending, dirty, state } = run;
  for (;;) {
    if (pending.length > 0) propose(run, state.tables.ranked[pending.removeSmallest()]!);
    else if (dirty.length > 0) offerAgain(run, dirty.removeSmallest());
    else return;
  }
}

/** Options better than the one held that the choice rule would accept, in order. */
export function claimedOptions(state: State, isLooked?: Uint8Array): number[] {
  const { requests, optionStart } = state.tables;
  const claimed: number[] = [];
  for (let request = 0; request < requests.length; request += 1) {
    const held = state.holds[request]!;
    const end = held < 0 ? optionStart[request + 1]! : held;
    for (let option = optionStart[request]!; option < end; option += 1)
      if ((!isLooked || isLooked[option]) && acceptsOption(state, option)) claimed.push(option);
  }
  return claimed;
}

/**
 * Runs until nothing moves, then as many repair rounds as the rules give while claims remain, and keeps the state that
 * has the fewest claims.
 * @param tick called before each proposal
 */
export function run(tables: Tables, tick: () => void): State {
  const { requests, facilities, optionStart, optionRequest, isSeat, rank, instance, shapes } = tables;
  const holds = new Int32Array(requests.length).fill(-1);
  for (let request = 0; request < requests.length; request += 1) {
    const last = optionStart[request + 1]! - 1;
    if (last >= optionStart[request]! && isSeat[last]) holds[request] = last;
  }
  const current: Run = {
    state: stateOf(tables, holds, tables.cap),
    pending: new NumberHeap(requests.length),
    dirty: new NumberHeap(facilities.length),
    displacements: new Uint16Array(optionRequest.length),
    locked: new Uint8Array(optionRequest.length),
    refusedIn: new Int32Array(shapes.count),
    scan: 0,
    raised: new Int32Array(tables.cap.length),
    tick,
  };
  const { state, pending, locked, displacements } = current;
  for (let request = 0; request < requests.length; request += 1) pending.add(rank[request]!);
  settle(current);
  // Only a closed option can be claimed: all others are settled.
  let claims = claimedOptions(state, locked);
  let best = { claims: claims.length, holds: state.holds.slice(), cap: state.cap.slice() };
  for (let round = 0; round < instance.rules.repairRounds && claims.length > 0; round += 1) {
    locked.fill(0);
    displacements.fill(0);
    for (const option of claims) pending.add(rank[optionRequest[option]!]!);
    settle(current);
    claims = claimedOptions(state, locked);
    if (claims.length < best.claims)
      best = { claims: claims.length, holds: state.holds.slice(), cap: state.cap.slice() };
  }
  return best.claims === claims.length ? state : stateOf(tables, best.holds, best.cap);
}
