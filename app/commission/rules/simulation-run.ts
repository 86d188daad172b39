// One grid on a demand, as a meeting held that day would run it, without a hand laid on it.
import { allocate } from "#app/allocation/rules/engine.ts";
import { readInstance } from "#app/allocation/rules/read-instance.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type RequestSeen, examine, townCandidate } from "./examination.ts";
import type { RequestFacts } from "./facts.ts";
import type { Grid } from "./grid.ts";
import { weeklyHalfHours } from "./half-hours.ts";
import { buildInstance } from "./meeting-instance.ts";
import type { MeetingTown } from "./meeting-town.ts";
import type { CandidateState } from "./meeting.ts";
import { partsGiven } from "./run-summary.ts";
import { scoreOf } from "./scoring.ts";
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

/** @throws when the engine cannot read the instance: a fault of ours */
export function runWithGrid(
  grid: Grid,
  { requests, facts, places, day, drawOf }: SimulatedDemand,
): SimulatedRun {
  const seen = requests.map((request) => ({
    ...request,
    sheet: scoreOf(grid, facts.get(request.id)!, day),
    // Whether the need stands is asked before a meeting, whatever its grid.
    outdated: false,
  }));
  const own = { ...places, grid };
  const examined = examine(seen, { tieBreak: grid.tieBreak, drawOf }, own);
  const candidates = examined
    .filter(({ state }) => state === "included")
    .map((each) => townCandidate({ ...each, id: each.request.id }, each.request.sheet.basePoints));
  const built = buildInstance({ ...own, candidates, adjustments: [] });
  const read = readInstance(built.instance);
  if (!read.ok) throw new Error(`The instance of a simulation cannot be read: ${read.message}`);
  const given = partsGiven(built, allocate(read.instance).lines);
  return {
    states: new Map(examined.map(({ request, state }) => [request.id, state])),
    placings: new Map(
      given.map(({ candidate, wishRank, partial, mask }) => [
        candidate.id,
        { wishRank, partial, halfHours: weeklyHalfHours(mask) },
      ]),
    ),
  };
}
