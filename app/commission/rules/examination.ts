// Which requests a meeting examines, and why the others are not: before the draw, from what the town knows.
import type { ChildDays } from "#app/allocation/rules/child-age.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { mayBePlaced, planRequests } from "./meeting-options.ts";
import type { MeetingTown, TownCandidate } from "./meeting-town.ts";
import type { CandidateState } from "./meeting.ts";
import type { ScoreSheet } from "./score-sheet.ts";
import { barredBy } from "./scoring.ts";

export type RequestSeen = {
  id: string;
  reference: string;
  childId: string;
  child: ChildDays;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  submittedAt: Date;
  siblingGroupId: string | null;
  siblingRule: TownCandidate["siblingRule"];
  /** Open requests of its group in the whole town, itself included; left out: those of the list are all. */
  groupSize?: number;
  minDays: number | null;
  fewerDaysFirst: boolean;
  wishes: { rank: number; facilityId: string }[];
  inCare: TownCandidate["inCare"];
  sheet: ScoreSheet;
  /** Its need has not been confirmed for too long. */
  outdated: boolean;
};

export type Examined = {
  request: RequestSeen;
  /** Unique in the meeting; says nothing of the request. */
  number: string;
  /** From 1, unique: the rank of the draw. */
  lottery: number;
  engineId: string;
  state: CandidateState;
  /** The code of a gate; "siblingNotReady", or "noPlaceForWish". */
  stateReason: string | null;
};

export function townCandidate(
  { request, ...candidate }: Omit<Examined, "state" | "stateReason"> & { id: string },
  points: number,
): TownCandidate {
  return {
    ...candidate,
    careRequestId: request.id,
    childId: request.childId,
    child: request.child,
    pattern: request.pattern,
    startOn: request.startOn,
    minDays: request.minDays,
    fewerDaysFirst: request.fewerDaysFirst,
    siblingRule: request.siblingRule,
    wishes: request.wishes,
    inCare: request.inCare,
    points,
    localPoints: request.sheet.localPoints,
    classes: request.sheet.classes,
  };
}

/** Brothers and sisters who are placed by one request of the engine share the numbers of them all. */
function engineIds(examined: readonly Examined[], mayJoin: (each: Examined) => boolean): void {
  const groups = new Map<string, Examined[]>();
  for (const each of examined) {
    const { siblingGroupId, siblingRule } = each.request;
    if (siblingGroupId !== null && siblingRule !== "apart")
      groups.set(siblingGroupId, [...(groups.get(siblingGroupId) ?? []), each]);
  }
  for (const group of groups.values()) {
    const ready = group.filter(({ state }) => state === "included");
    const wholeOnly = group.some(({ request }) => request.siblingRule === "together");
    // One that starts later, or wishes elsewhere, is not in the list and yet must be served with the others.
    const size = Math.max(group.length, ...group.map(({ request }) => request.groupSize ?? 0));
    if (wholeOnly && ready.length < size) {
      for (const each of ready) Object.assign(each, { state: "noOption", stateReason: "siblingNotReady" });
      continue;
    }
    // One that no facility could take would keep the others from any.
    const joined = wholeOnly ? ready : ready.filter(mayJoin);
    if (joined.length > 1) {
      const id = joined
        .map(({ number }) => number)
        .sort()
        .join("+");
      for (const each of joined) each.engineId = id;
    }
  }
}

/**
 * Sorts the requests of a meeting. Those that no place could answer (age, hours) are told apart too.
 * @param drawOf by reference, what orders the draw: the hash of the seed, published later, and the reference
 * @param numberOf by reference, what orders the numbers: a hash that nobody can work out, then or later
 */
export function examine(
  requests: readonly RequestSeen[],
  {
    tieBreak,
    drawOf,
    numberOf,
  }: {
    tieBreak: "draw" | "oldest";
    drawOf: (reference: string) => string;
    numberOf: (reference: string) => string;
  },
  town: Omit<MeetingTown, "candidates" | "adjustments">,
): Examined[] {
  const ordered = (keyOf: (reference: string) => string): RequestSeen[] => {
    const keyed = requests.map((request) => ({ request, key: keyOf(request.reference) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ request }) => request);
  };
  const drawn = ordered(drawOf);
  if (tieBreak === "oldest") drawn.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());
  const lottery = new Map(drawn.map(({ id }, at) => [id, at + 1]));
  const numbers = new Map(
    ordered(numberOf).map(({ id }, at) => [
      id,
      String(at + 1).padStart(Math.max(4, String(requests.length).length), "0"),
    ]),
  );
  const examined = requests.map((request): Examined => {
    const gate = barredBy(request.sheet);
    const number = numbers.get(request.id)!;
    const state = request.outdated ? "toRenew" : gate !== null ? "gate" : "included";
    return {
      ...{ request, number, lottery: lottery.get(request.id)!, engineId: number, state },
      stateReason: state === "gate" ? gate : null,
    };
  });
  const candidateOf = (each: Examined): TownCandidate =>
    townCandidate({ ...each, id: each.number }, each.request.sheet.basePoints);
  engineIds(examined, (each) => mayBePlaced(town, candidateOf(each)));
  const included = examined.filter(({ state }) => state === "included");
  const candidates = included.map(candidateOf);
  const planned = planRequests({ ...town, candidates, adjustments: [] });
  const served = new Set(planned.filter(({ options }) => options.length > 0).map(({ engineId }) => engineId));
  for (const each of included)
    if (!served.has(each.engineId)) Object.assign(each, { state: "noOption", stateReason: "noPlaceForWish" });
  return examined.sort((a, b) => (a.number < b.number ? -1 : 1));
}
