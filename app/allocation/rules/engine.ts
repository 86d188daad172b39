// The allocation engine: from an instance to who holds what, with the reason of every refusal. No clock, no chance:
// the same instance gives the same answer, whatever the order of its requests.
import { byCodePoint } from "./code-point-order.ts";
import { bindingLimit, bindingOf } from "./engine-certificate.ts";
import { stageOf } from "./engine-choice.ts";
import { claimedOptions, displacedByOption, run } from "./engine-loop.ts";
import { seatStage } from "./engine-rule.ts";
import { type State, pointsStage, stateOf } from "./engine-state.ts";
import { type Tables, readTables } from "./engine-tables.ts";
import type { Instance } from "./instance.ts";
import type { Claim, Precedence, RequestLine, Surnombre } from "./result.ts";

export type AllocationResult = {
  requests: number;
  placed: number;
  /** Options better than the one held; and how many of them have a binding resource. The others are claims. */
  refusedOptions: number;
  explained: number;
  /** By code point of request, then by option. */
  claims: Claim[];
  /** By code point of resource, then the lowest holder first. */
  surnombre: Surnombre[];
  /** The line of each request, in code-point order of id; worked out as they are read, and readable again. */
  lines: Iterable<RequestLine>;
};

export type Hooks = {
  /** Called now and then: proposals made so far, and requests of the instance. */
  progress?: (proposals: number, requests: number) => void;
};

const proposalsBetweenTicks = 1024;

/** How a request came to hold what it holds: in an option of two facilities, the later of its stages. */
function precedenceOf(state: State, option: number): Precedence {
  const { optionStop, stopFacility, isSeat } = state.tables;
  if (isSeat[option]) return "maintien";
  for (let stop = optionStop[option]!; stop < optionStop[option + 1]!; stop += 1) {
    const stage = stageOf(state, stop);
    if (stage === pointsStage(state, stopFacility[stop]!) && stage !== seatStage) return "points";
  }
  return "reserve";
}

function lineOf(state: State, request: number): RequestLine {
  const { tables, holds } = state;
  const { requests, optionStart } = tables;
  const [first, held] = [optionStart[request]!, holds[request]!];
  const end = held < 0 ? optionStart[request + 1]! : held;
  const limit = bindingLimit(tables);
  const refused = [];
  for (let option = first; option < end; option += 1)
    refused.push({ option: option - first, binding: bindingOf(state, option, limit) });
  const { id } = requests[request]!;
  return held < 0
    ? { request: id, option: null, refused }
    : { request: id, option: held - first, precedence: precedenceOf(state, held), refused };
}

function claimOf(state: State, option: number): Claim {
  const { requests, optionRequest, optionStart } = state.tables;
  const request = optionRequest[option]!;
  const against = displacedByOption(state, option)
    .sort((a, b) => a - b)
    .map((other) => requests[other]!.id);
  return {
    request: requests[request]!.id,
    option: option - optionStart[request]!,
    type: against.length > 0 ? "envy" : "waste",
    against,
  };
}

/** Who uses the units beyond the cap of the file: the lowest holders, as the rule ranks them. */
function surnombreOf({ tables, used, held }: State): Surnombre[] {
  const { cap, slots, resourceAt, requests, shapes, stopShape, optionRequest, stopOption } = tables;
  const found: Surnombre[] = [];
  for (let place = 0; place < used.length; place += 1) {
    let beyond = used[place]! - cap[place]!;
    if (beyond <= 0) continue;
    const resource = tables.instance.resources[resourceAt[place]!]!.id;
    const stops = held[Math.floor(place / slots)]!;
    for (let at = stops.length - 1; at >= 0 && beyond > 0; at -= 1) {
      const units = shapes.dense[stopShape[stops[at]!]! * slots + (place % slots)]!;
      if (units === 0) continue;
      const plus = Math.min(units, beyond);
      beyond -= plus;
      found.push({ resource, plus, request: requests[optionRequest[stopOption[stops[at]!]!]!]!.id });
    }
  }
  return found.sort((a, b) => byCodePoint(a.resource, b.resource));
}

/** The state that is published: a surnombre that nobody uses any more is given back. */
function published(tables: Tables, state: State): State {
  const cap = tables.cap.map((units, place) => Math.max(units, state.used[place]!));
  return stateOf(tables, state.holds, cap);
}

/**
 * Allocates the places of an instance that readInstance has accepted (section 3 of the design: deferred acceptance by
 * cells, with re-proposals, a displacement counter, repair rounds and surnombre).
 */
export function allocate(instance: Instance, hooks: Hooks = {}): AllocationResult {
  const tables = readTables(instance);
  let proposals = 0;
  const tick = (): void => {
    proposals += 1;
    if (proposals % proposalsBetweenTicks === 0) hooks.progress?.(proposals, tables.requests.length);
  };
  const state = published(tables, run(tables, tick));
  const claims = claimedOptions(state).map((option) => claimOf(state, option));
  const refusedOptions = state.holds.reduce((sum, held, request) => {
    const end = held < 0 ? tables.optionStart[request + 1]! : held;
    return sum + end - tables.optionStart[request]!;
  }, 0);
  return {
    requests: tables.requests.length,
    placed: state.holds.reduce((sum, held) => sum + (held < 0 ? 0 : 1), 0),
    refusedOptions,
    explained: refusedOptions - claims.length,
    claims,
    surnombre: surnombreOf(state),
    lines: {
      *[Symbol.iterator]() {
        for (let request = 0; request < tables.requests.length; request += 1) yield lineOf(state, request);
      },
    },
  };
}
