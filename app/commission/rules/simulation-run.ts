// Grids on one demand, as meetings held that day would run them, without a hand laid on them.
//
// Places, options and cells do not depend on the grid: they are built once, and given the points of the next grid, unless
// it lets other requests in.
import { allocate } from "#app/allocation/rules/engine.ts";
import type { InstanceRequest } from "#app/allocation/rules/instance.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Examined, type RequestSeen, examine, townCandidate } from "./examination.ts";
import type { RequestFacts } from "./facts.ts";
import type { Grid } from "./grid.ts";
import { weeklyHalfHours } from "./half-hours.ts";
import { type BuiltInstance, buildInstance, classesOfRequest, jointPoints } from "./meeting-instance.ts";
import { codedClasses, maxSharesOf, reservesOf } from "./meeting-quotas.ts";
import type { MeetingTown } from "./meeting-town.ts";
import type { CandidateState } from "./meeting.ts";
import { partsGiven } from "./run-summary.ts";
import { barredBy, scoreOf } from "./scoring.ts";
import type { Placing } from "./simulation.ts";

export type SimulatedDemand = {
  requests: readonly Omit<RequestSeen, "sheet" | "outdated">[];
  /** Of every request. */
  facts: ReadonlyMap<string, RequestFacts>;
  places: Omit<MeetingTown, "candidates" | "adjustments">;
  /** When scores are counted. */
  day: CalendarDay;
  /** A text that orders by chance. */
  drawOf: (text: string) => string;
};

/** By id of request. */
export type SimulatedRun = { states: Map<string, CandidateState>; placings: Map<string, Placing> };

type Prepared = { grid: Grid; examined: Examined[]; town: MeetingTown };

/** What a grid examines, in what order; the same as another one whose gates and tie-break say the same. */
function examineWith(
  grid: Grid,
  seen: readonly RequestSeen[],
  { places, drawOf }: SimulatedDemand,
  before: Prepared | null,
): Examined[] {
  const sheets = new Map(seen.map(({ id, sheet }) => [id, sheet]));
  const alike =
    before?.grid.tieBreak === grid.tieBreak &&
    before.examined.every(({ request }) => barredBy(request.sheet) === barredBy(sheets.get(request.id)!));
  if (!alike)
    return examine(
      seen,
      { tieBreak: grid.tieBreak, drawOf, numberOf: (reference) => drawOf(`number:${reference}`) },
      { ...places, grid },
    );
  return before.examined.map(({ request, ...each }) => ({
    ...each,
    request: { ...request, sheet: sheets.get(request.id)! },
  }));
}

function prepare(grid: Grid, demand: SimulatedDemand, before: Prepared | null): Prepared {
  const { requests, facts, places, day } = demand;
  const seen = requests.map((request) => ({
    ...request,
    sheet: scoreOf(grid, facts.get(request.id)!, day),
    // Whether the need stands is asked before a meeting, whatever its grid.
    outdated: false,
  }));
  const examined = examineWith(grid, seen, demand, before);
  const candidateOf = (each: Examined) =>
    townCandidate({ ...each, id: each.request.id }, each.request.sheet.basePoints);
  return {
    grid,
    examined,
    town: {
      ...places,
      grid,
      candidates: examined.filter(({ state }) => state === "included").map(candidateOf),
      adjustments: [],
    },
  };
}

/** Whether two towns place the same children, brothers and sisters joined alike. */
function sameDemand(one: MeetingTown, other: MeetingTown): boolean {
  return (
    one.candidates.length === other.candidates.length &&
    one.candidates.every(({ id, engineId }, at) => {
      const twin = other.candidates[at]!;
      return twin.id === id && twin.engineId === engineId;
    })
  );
}

/** The instance of a town whose demand has been built under another grid. */
export function withPointsOf(built: BuiltInstance, town: MeetingTown): BuiltInstance {
  const own = new Map(town.candidates.map((candidate) => [candidate.id, candidate]));
  const requests = built.instance.requests.map((request): InstanceRequest => {
    const planned = built.planned.get(request.id);
    if (!planned)
      return { ...request, classes: codedClasses(town.grid, built.seatClasses.get(request.id) ?? []) };
    const candidates = planned.candidates.map(({ id }) => own.get(id)!);
    const lottery = Math.max(...candidates.map((each) => each.lottery));
    const classes = classesOfRequest(town.grid, candidates);
    return { ...request, ...jointPoints({ ...planned, candidates }), lottery, classes };
  });
  const { resources, rules } = built.instance;
  return {
    ...built,
    instance: {
      ...built.instance,
      rules: { ...rules, version: `${town.grid.code}-${town.grid.version}`, reserves: reservesOf(town) },
      resources: [...resources.filter(({ kind }) => kind !== "classMax"), ...maxSharesOf(town, requests)],
      requests,
    },
  };
}

/** @throws when the engine cannot read the instance: a fault of ours */
function placingsOf(built: BuiltInstance): Map<string, Placing> {
  const read = readInstance(built.instance);
  if (!read.ok) throw new Error(`The instance of a simulation cannot be read: ${read.message}`);
  const given = partsGiven(built, allocate(read.instance).lines);
  return new Map(
    given.map(({ candidate, wishRank, partial, mask }) => [
      candidate.id,
      { wishRank, partial, halfHours: weeklyHalfHours(mask) },
    ]),
  );
}

/** Each grid on the demand, in their order. */
export function runWithGrids(grids: readonly Grid[], demand: SimulatedDemand): SimulatedRun[] {
  let before: (Prepared & { built: BuiltInstance }) | null = null;
  return grids.map((grid) => {
    const prepared = prepare(grid, demand, before);
    const { town, examined } = prepared;
    const built: BuiltInstance =
      before && sameDemand(before.town, town) ? withPointsOf(before.built, town) : buildInstance(town);
    before = { ...prepared, built };
    return {
      states: new Map(examined.map(({ request, state }) => [request.id, state])),
      placings: placingsOf(built),
    };
  });
}
