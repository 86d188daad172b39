// What a meeting answers to a request: fixed on publication, from the certificate of the run and nowhere else.
import { type AllocationBook, keyAt } from "#app/allocation/rules/allocation-book.ts";
import { sectionIn } from "#app/allocation/rules/engine-uses.ts";
import { type RequestExplanation, explainRequest } from "#app/allocation/rules/explanation.ts";
import { withinOpening } from "#app/allocation/rules/opening-hours.ts";
import { waitingRanks, type WaitingRank } from "#app/allocation/rules/waiting-rank.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { weeklyMinutes } from "#app/calendar/rules/weekly-pattern.ts";
import { type FreePlaces, fitsIn, freePlaces } from "./free-places.ts";
import type { Grid } from "./grid.ts";
import { halfHoursOf } from "./half-hours.ts";
import type { BuiltInstance } from "./meeting-instance.ts";
import { namesOf } from "./meeting-names.ts";
import { type PlannedPart, sectionOn, startOf } from "./meeting-options.ts";
import type { MeetingTown, TownCandidate } from "./meeting-town.ts";
import type { AdjustmentKind, Outcome } from "./meeting.ts";
import type { AllocationNameTable } from "./meeting-view.ts";
import type { CandidateAnswer, NotExaminedAnswer } from "./publication-view.ts";

export type Decision = {
  candidate: TownCandidate;
  outcome: Outcome;
  /** The place offered; null when refused. */
  part: PlannedPart | null;
  explanation: RequestExplanation;
  ranks: WaitingRank[];
};

/** The decision of a run on a candidate. */
export function deciding(
  town: MeetingTown,
  built: BuiltInstance,
  book: AllocationBook,
): (candidate: TownCandidate) => Decision {
  const ranksOf = waitingRanks(book);
  return (candidate): Decision => {
    const line = book.lines.get(candidate.engineId);
    const planned = built.planned.get(candidate.engineId);
    const explanation = explainRequest(book, candidate.engineId);
    if (!line || !planned || !explanation) throw new Error(`The run says nothing of ${candidate.number}.`);
    const option = line.option === null ? undefined : planned.options[line.option];
    const part = option?.parts.find((each) => each.candidate.id === candidate.id) ?? null;
    const from = startOf(town, candidate);
    const stays = candidate.inCare.some(({ endOn }) => endOn === null || endOn >= from);
    const outcome = part ? (part.partial ? "partial" : "offered") : stays ? "kept" : "refused";
    return { candidate, outcome, part, explanation, ranks: part ? [] : ranksOf(candidate.engineId) };
  };
}

const placeKey = (facility: string, section: string): string => JSON.stringify([facility, section]);

/** Points of those served by points, at each facility and in each section. */
function servedByPoints(book: AllocationBook): Map<string, number[]> {
  const served = new Map<string, number[]>();
  for (const [id, line] of book.lines) {
    if (line.option === null || line.precedence !== "points" || id.startsWith("held:")) continue;
    const request = book.requests.get(id)!;
    const places = request.options[line.option]!.parts.map(({ child, facility, pattern }) => {
      const cell = book.instance.cells[book.instance.patterns[pattern]![0]!]!;
      return { facility, section: sectionIn(request.children[child]!, cell.period) ?? "" };
    });
    for (const { facility, section } of places) {
      const key = placeKey(facility, section);
      served.set(key, [...(served.get(key) ?? []), keyAt(request, facility).points]);
    }
  }
  return served;
}

/** The points of the last request served by points, by facility and section; none over too few of them. */
export function lastServedOf(book: AllocationBook): (facility: string, section: string) => number | null {
  const served = servedByPoints(book);
  return (facility, section) => {
    const points = served.get(placeKey(facility, section)) ?? [];
    return points.length < book.smallestCount || points.length === 0 ? null : Math.min(...points);
  };
}

/** The names that one answer needs. */
function namesFor(
  names: AllocationNameTable,
  { explanation, ranks, part }: Decision,
  more: readonly string[],
): AllocationNameTable {
  const { refused } = explanation;
  const facilities = new Set([
    ...refused.flatMap((each) => [each.facility, ...each.facilities]),
    ...ranks.map(({ facility }) => facility),
    ...(part ? [part.facilityId] : []),
    ...more,
  ]);
  const pick = <T>(all: Record<string, T>, keep: (id: string) => boolean): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => keep(id)));
  const sections = new Set([
    ...refused.flatMap(({ section }) => section ?? []),
    ...ranks.map(({ section }) => section),
  ]);
  const reserves = new Set(refused.flatMap(({ reserve }) => reserve ?? []));
  const classes = new Set(refused.flatMap((each) => each.class ?? []));
  return {
    facilities: pick(names.facilities, (id) => facilities.has(id)),
    sections: pick(names.sections, (id) => sections.has(id)),
    periods: names.periods,
    reserves: pick(names.reserves, (id) => reserves.has(id)),
    classes: pick(names.classes, (id) => classes.has(id)),
  };
}

/** Facilities of the meeting that were not wished for, where all the hours would have fitted. */
function otherFacilities(
  town: MeetingTown,
  candidate: TownCandidate,
  free: ReadonlyMap<string, FreePlaces>,
): string[] {
  const from = startOf(town, candidate);
  const wished = new Set(candidate.wishes.map(({ facilityId }) => facilityId));
  const mask = halfHoursOf(candidate.pattern);
  return town.facilities
    .filter((facility) => !wished.has(facility.id))
    .filter((facility) => {
      const section = sectionOn(facility, candidate, from);
      const open = withinOpening(candidate.pattern, facility.openings);
      const left = section?.allocated ? free.get(facility.id)!.get(section.id) : undefined;
      return (
        left !== undefined && weeklyMinutes(open) === weeklyMinutes(candidate.pattern) && fitsIn(left, mask)
      );
    })
    .map(({ id }) => id);
}

/** A hand that stands: what the members gave, or ruled out. */
export type StandingAdjustment = {
  candidateId: string;
  kind: AdjustmentKind;
  facilityId: string;
  motive: string;
};

/** The answer to a request that was not examined; a gate is told in the words of the grid. */
export function notExaminedAnswer(
  { state, stateReason }: Pick<NotExaminedAnswer, "state" | "stateReason">,
  grid: Grid,
  said: Pick<NotExaminedAnswer, "heldOn" | "nextMeeting">,
): NotExaminedAnswer {
  const gate = state === "gate" ? grid.gates.find(({ code }) => code === stateReason) : undefined;
  return {
    ...said,
    grid: { id: grid.id, name: grid.name, version: grid.version },
    ...{ state, stateReason, gate: gate?.words ?? null },
  };
}

/** Writes the answer of each decision. */
export function answersOf(
  town: MeetingTown,
  grid: Grid,
  built: BuiltInstance,
  book: AllocationBook,
  decisions: readonly Decision[],
  adjustments: readonly StandingAdjustment[],
  said: { runNumber: number; heldOn: CalendarDay; nextMeeting: CalendarDay },
): (decision: Decision) => CandidateAnswer {
  const names = namesOf(town, grid, town.facilities, built.instance);
  const lastServed = lastServedOf(book);
  const sectionIds = new Map(
    town.facilities.flatMap(({ id, sections }) =>
      sections.map((section) => [placeKey(id, section.name), section.id] as const),
    ),
  );
  const given = decisions.flatMap(({ part }) => part ?? []);
  const free = new Map(town.facilities.map((facility) => [facility.id, freePlaces(facility, town, given)]));
  return (decision) => {
    const { candidate, part, explanation, ranks } = decision;
    const forbidden = adjustments.flatMap(({ candidateId, kind, facilityId, motive }) => {
      if (candidateId !== candidate.id || kind !== "forbid") return [];
      const words = grid.motives.find(({ code }) => code === motive)?.words ?? { fr: motive, en: "" };
      return [{ facilityId, motive: words }];
    });
    const others = part ? [] : otherFacilities(town, candidate, free);
    const single = explanation.refused.filter(
      ({ optionKind, facilities, free: days }) =>
        optionKind === "wish" && facilities.length === 1 && days.weekdays.length > 0,
    );
    return {
      ...said,
      grid: { id: grid.id, name: grid.name, version: grid.version },
      points: candidate.points,
      lottery: candidate.lottery,
      offer: part && {
        facilityId: part.facilityId,
        sectionId: part.sectionId,
        startOn: part.from,
        partial: part.partial,
        wishRank: part.wishRank,
      },
      explanation,
      forbidden,
      ranks,
      lastServed: ranks.flatMap(({ facility, section }) => {
        const points = lastServed(facility, section);
        const sectionId = sectionIds.get(placeKey(facility, section)) ?? section;
        return points === null ? [] : [{ facilityId: facility, sectionId, points }];
      }),
      alternatives: {
        freeHours: part
          ? []
          : single.map(({ facility, free: { weekdays, together } }) => ({
              facilityId: facility,
              weekdays,
              together,
            })),
        otherFacilities: others,
      },
      names: namesFor(names, decision, [...others, ...forbidden.map(({ facilityId }) => facilityId)]),
    };
  };
}
