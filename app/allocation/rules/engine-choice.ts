// The choice rule of a facility, Ch_f: the seats held, then each reserve, then the points; whoever fits is accepted,
// whoever does not is passed over. Holders fit together, so that the rule accepts every holder that stands above a
// newcomer: the newcomer is accepted if and only if it fits with those.
import { type Scarce, addUnits, applyRule, arrange, isOfClass, takeIfFits, weight } from "./engine-rule.ts";
import { type State, pointsStage, stopHeldAt } from "./engine-state.ts";

/** Holders at the facility but the newcomer's own seat there, and where the newcomer stands among them. */
export type Standing = {
  stops: readonly number[];
  /** The newcomer's own stop at the facility, to be left out when still in `stops`; −1 when none. */
  own: number;
  /** How many of `stops` stand above. */
  above: number;
};

/** Where a newcomer stands in the points, which come last. */
function standingByPoints(state: State, stop: number, stops: readonly number[], own: number): Standing {
  const { stopKey, stopFacility } = state.tables;
  const facility = stopFacility[stop]!;
  const stages = state.stages[facility]!;
  const last = pointsStage(state, facility);
  let above = stops.length;
  while (above > 0 && (!stages || stages[above - 1] === last) && stopKey[stops[above - 1]!]! < stopKey[stop]!)
    above -= 1;
  return { stops, own, above };
}

/**
 * Where a newcomer of a reserved class is looked at: in each reserve of its classes whose target is not met when its
 * turn comes, then by points.
 */
function reservedStandings(state: State, stop: number, own: number): Standing[] {
  const { tables } = state;
  const { stopFacility, stopOption, optionRequest, stopKey, reserves, inClass, labels } = tables;
  const facility = stopFacility[stop]!;
  const request = optionRequest[stopOption[stop]!]!;
  const others = state.held[facility]!;
  const { stops, stages } =
    own < 0
      ? { stops: others, stages: state.stages[facility]! }
      : arrange(
          tables,
          facility,
          others.filter((other) => other !== own),
        );
  const standings: Standing[] = [];
  const last = reserves[facility]!.length;
  for (let stage = 0; stage <= last; stage += 1) {
    let above = 0;
    while (
      above < stops.length &&
      (stages[above]! < stage || (stages[above] === stage && stopKey[stops[above]!]! > stopKey[stop]!))
    )
      above += 1;
    if (stage === last) {
      standings.push({ stops, own: -1, above });
      break;
    }
    const { label, target, inHalfHours } = reserves[facility]![stage]!;
    if (!inClass[request * labels + label]) continue;
    let met = 0;
    for (let at = 0; at < above; at += 1)
      if (isOfClass(tables, stops[at]!, label)) met += weight(tables, stops[at]!, inHalfHours);
    if (met < target) standings.push({ stops, own: -1, above });
  }
  return standings;
}

/** Every point of the choice rule at which a newcomer is looked at, in order. Seats are not looked at: see accepts. */
export function standingsOf(state: State, stop: number): Standing[] {
  const { stopFacility, stopOption, optionRequest } = state.tables;
  const facility = stopFacility[stop]!;
  const request = optionRequest[stopOption[stop]!]!;
  const own = stopHeldAt(state, request, facility);
  if (state.tables.isReservable[stop]) return reservedStandings(state, stop, own);
  return [standingByPoints(state, stop, state.held[facility]!, own)];
}

/** Units of a slot that those below leave, when `over` are missing; true when that is enough. */
function clears(state: State, { stops, own, above }: Standing, slot: number, over: number): boolean {
  const { shapes, stopShape, slots } = state.tables;
  let missing = over;
  for (let at = stops.length - 1; at >= above && missing > 0; at -= 1)
    if (stops[at] !== own) missing -= shapes.dense[stopShape[stops[at]!]! * slots + slot]!;
  return missing <= 0;
}

/** Units missing in the slot at place `at` of a shape, were the newcomer added to every holder but itself. */
export function missingAt(state: State, stop: number, own: number, at: number): number {
  const { shapes, stopShape, stopFacility, slots } = state.tables;
  const slot = shapes.slots[at]!;
  const place = stopFacility[stop]! * slots + slot;
  const freed = own < 0 ? 0 : shapes.dense[stopShape[own]! * slots + slot]!;
  return state.used[place]! - freed + shapes.units[at]! - state.cap[place]!;
}

/** True when those who stand below leave whatever the newcomer misses, from the place `at` of its shape on. */
function clearsAll(state: State, stop: number, own: number, standing: Standing, at: number): boolean {
  const { shapes, stopShape } = state.tables;
  const end = shapes.start[stopShape[stop]! + 1]!;
  for (let slot = at; slot < end; slot += 1) {
    const over = missingAt(state, stop, own, slot);
    if (over > 0 && !clears(state, standing, shapes.slots[slot]!, over)) return false;
  }
  return true;
}

/** True when the choice rule of its facility accepts the stop of a request that may hold something else. */
export function accepts(state: State, stop: number): boolean {
  const { tables, used, cap } = state;
  const { shapes, stopShape, stopFacility, stopOption, optionRequest, stopKey } = tables;
  const facility = stopFacility[stop]!;
  const own = stopHeldAt(state, optionRequest[stopOption[stop]!]!, facility);
  const end = shapes.start[stopShape[stop]! + 1]!;
  const base = facility * tables.slots;
  let at = shapes.start[stopShape[stop]!]!;
  if (own < 0)
    while (at < end && used[base + shapes.slots[at]!]! + shapes.units[at]! <= cap[base + shapes.slots[at]!]!)
      at += 1;
  else while (at < end && missingAt(state, stop, own, at) <= 0) at += 1;
  if (at === end || tables.isSeat[stopOption[stop]!]) return true;
  const list = state.held[facility]!;
  if (list.length === 0) return false;
  if (tables.isReservable[stop])
    return reservedStandings(state, stop, own).some((standing) => clearsAll(state, stop, own, standing, at));
  const lowest = list[list.length - 1]!;
  if (stopKey[lowest]! > stopKey[stop]!) return false;
  return clearsAll(state, stop, own, standingByPoints(state, stop, list, own), at);
}

/** True when every facility of an option accepts it. */
export function acceptsOption(state: State, option: number): boolean {
  const { optionStop } = state.tables;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    if (!accepts(state, stop)) return false;
  return true;
}

/** As the rule would, when only those below in the points are concerned: they are looked at again, best first. */
function displacedBelow({ tables }: State, { stops, own, above }: Standing, scarce: Scarce): number[] {
  const displaced: number[] = [];
  // `left` is what everybody below would leave: give back what they use, then let them in again.
  for (let below = above; below < stops.length; below += 1)
    if (stops[below] !== own) addUnits(tables, scarce, stops[below]!, 1);
  for (let below = above; below < stops.length; below += 1)
    if (stops[below] !== own && !takeIfFits(tables, scarce, stops[below]!)) displaced.push(stops[below]!);
  return displaced;
}

/** The stops that an accepted newcomer displaces, best key first: the choice rule over the holders and it. */
export function displacedBy(state: State, stop: number): number[] {
  const { tables } = state;
  const { shapes, stopShape, stopFacility, stopOption, optionRequest, isReservable, isSeat } = tables;
  const facility = stopFacility[stop]!;
  const own = stopHeldAt(state, optionRequest[stopOption[stop]!]!, facility);
  const scarce: Scarce = { slots: [], left: [] };
  for (let at = shapes.start[stopShape[stop]!]!; at < shapes.start[stopShape[stop]! + 1]!; at += 1) {
    const missing = missingAt(state, stop, own, at);
    if (missing <= 0) continue;
    scarce.slots.push(shapes.slots[at]!);
    scarce.left.push(-missing);
  }
  if (scarce.slots.length === 0) return [];
  if (!isReservable[stop] && !isSeat[stopOption[stop]!])
    return displacedBelow(state, standingByPoints(state, stop, state.held[facility]!, own), scarce);
  const candidates = state.held[facility]!.filter((other) => other !== own);
  candidates.push(stop);
  const left = scarce.slots.map((slot) => state.cap[facility * tables.slots + slot]!);
  return applyRule(tables, facility, candidates, { slots: scarce.slots, left }).passedOver;
}

/** The stage in which a stop that is held was accepted. */
export function stageOf(state: State, stop: number): number {
  const facility = state.tables.stopFacility[stop]!;
  return state.stages[facility]![state.held[facility]!.indexOf(stop)]!;
}
