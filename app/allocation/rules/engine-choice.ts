// The choice rule of a facility, Ch_f: the seats held, then each reserve, then the points; whoever fits is accepted,
// whoever does not is passed over. Holders fit together, so that the rule accepts every holder that stands above a
// newcomer: the newcomer is accepted if and only if it fits with those.
import { applyRule, arrange, seatStage, weight } from "./engine-rule.ts";
import { type State, isReservable, pointsStage, stopHeldAt } from "./engine-state.ts";

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
  const stages = state.stages[facility];
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
  const standsAbove = (at: number, stage: number): boolean =>
    stages[at]! < stage || (stages[at] === stage && stopKey[stops[at]!]! > stopKey[stop]!);
  const last = reserves[facility]!.length;
  for (const [stage, { label, target, inHalfHours }] of reserves[facility]!.entries()) {
    if (!inClass[request * labels + label]) continue;
    let [met, above] = [0, 0];
    for (; above < stops.length && standsAbove(above, stage); above += 1) {
      const other = stops[above]!;
      if (inClass[optionRequest[stopOption[other]!]! * labels + label])
        met += weight(tables, other, inHalfHours);
    }
    if (met < target) standings.push({ stops, own: -1, above });
  }
  let above = 0;
  while (above < stops.length && standsAbove(above, last)) above += 1;
  standings.push({ stops, own: -1, above });
  return standings;
}

/** Every point of the choice rule at which a newcomer is looked at, in order. Seats are not looked at: see accepts. */
export function standingsOf(state: State, stop: number): Standing[] {
  const { stopFacility, stopOption, optionRequest } = state.tables;
  const facility = stopFacility[stop]!;
  const request = optionRequest[stopOption[stop]!]!;
  const own = stopHeldAt(state, request, facility);
  if (state.stages[facility] && isReservable(state, request, facility))
    return reservedStandings(state, stop, own);
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

/** True when the choice rule of its facility accepts the stop of a request that may hold something else. */
export function accepts(state: State, stop: number): boolean {
  const { shapes, stopShape, stopFacility, stopOption, optionRequest, isSeat, slots, stopKey } = state.tables;
  const facility = stopFacility[stop]!;
  const request = optionRequest[stopOption[stop]!]!;
  const own = stopHeldAt(state, request, facility);
  const shape = stopShape[stop]!;
  const [first, end] = [shapes.start[shape]!, shapes.start[shape + 1]!];
  const base = facility * slots;
  let at = first;
  if (own < 0)
    while (at < end) {
      const place = base + shapes.slots[at]!;
      if (state.used[place]! + shapes.units[at]! > state.cap[place]!) break;
      at += 1;
    }
  else while (at < end && missingAt(state, stop, own, at) <= 0) at += 1;
  if (at === end || isSeat[stopOption[stop]!]) return true;
  const list = state.held[facility]!;
  const lowest = list[list.length - 1];
  const hasStages = state.stages[facility] !== null;
  if (lowest === undefined) return false;
  if (!hasStages && stopKey[lowest]! > stopKey[stop]!) return false;
  for (const standing of standingsOf(state, stop)) {
    let slot = at;
    while (slot < end) {
      const over = missingAt(state, stop, own, slot);
      if (over > 0 && !clears(state, standing, shapes.slots[slot]!, over)) break;
      slot += 1;
    }
    if (slot === end) return true;
  }
  return false;
}

/** True when every facility of an option accepts it. */
export function acceptsOption(state: State, option: number): boolean {
  const { optionStop } = state.tables;
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1)
    if (!accepts(state, stop)) return false;
  return true;
}

/** The stops that an accepted newcomer displaces, best key first: the choice rule over the holders and it. */
export function displacedBy(state: State, stop: number): number[] {
  const { shapes, stopShape, stopFacility, stopOption, optionRequest } = state.tables;
  const facility = stopFacility[stop]!;
  const own = stopHeldAt(state, optionRequest[stopOption[stop]!]!, facility);
  const shape = stopShape[stop]!;
  const scarce: number[] = [];
  for (let at = shapes.start[shape]!; at < shapes.start[shape + 1]!; at += 1)
    if (missingAt(state, stop, own, at) > 0) scarce.push(shapes.slots[at]!);
  if (scarce.length === 0) return [];
  const candidates = state.held[facility]!.filter((other) => other !== own);
  candidates.push(stop);
  const left = scarce.map((slot) => state.cap[facility * state.tables.slots + slot]!);
  return applyRule(state.tables, facility, candidates, { slots: scarce, left }).passedOver;
}

/** The stage in which a stop that is held was accepted. */
export function stageOf(state: State, stop: number): number {
  const facility = state.tables.stopFacility[stop]!;
  const stages = state.stages[facility];
  if (state.tables.isSeat[state.tables.stopOption[stop]!]) return seatStage;
  return stages ? stages[state.held[facility]!.indexOf(stop)]! : pointsStage(state, facility);
}
