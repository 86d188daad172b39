// The figures of a run: what the commission looks at first.
import type { AllocationResult } from "#app/allocation/rules/engine.ts";
import type { RequestLine } from "#app/allocation/rules/result.ts";
import { freeHalfHours, freePlaces } from "./free-places.ts";
import { halfHoursOf, weeklyHalfHours } from "./half-hours.ts";
import type { BuiltInstance } from "./meeting-instance.ts";
import type { PlannedPart } from "./meeting-options.ts";
import type { MeetingTown } from "./meeting-town.ts";
import type { RunSummary } from "./meeting-view.ts";

/** The parts that a run gives, request by request of the engine. */
export function partsGiven({ planned }: BuiltInstance, lines: Iterable<RequestLine>): PlannedPart[] {
  const given: PlannedPart[] = [];
  for (const { request, option } of lines) {
    const own = option === null ? undefined : planned.get(request)?.options[option];
    if (own) given.push(...own.parts);
  }
  return given;
}

const halfHours = (parts: readonly PlannedPart[]): number =>
  Math.round(parts.reduce((sum, { mask }) => sum + weeklyHalfHours(mask), 0));

export function summaryOf(
  town: MeetingTown,
  built: BuiltInstance,
  result: AllocationResult,
  ms: { engineMs: number; totalMs: number },
): RunSummary {
  const given = partsGiven(built, result.lines);
  const bySection = town.facilities.flatMap((facility) => {
    const free = freePlaces(facility, town, given);
    return facility.sections
      .filter(({ allocated }) => allocated)
      .map(({ id }) => {
        const own = given.filter(({ sectionId }) => sectionId === id);
        const halfHoursFree = freeHalfHours(free.get(id)!);
        return { sectionId: id, served: own.length, halfHoursGiven: halfHours(own), halfHoursFree };
      });
  });
  return {
    requests: built.planned.size,
    candidates: town.candidates.length,
    served: given.length,
    partial: given.filter(({ partial }) => partial).length,
    firstWish: given.filter(({ wishRank, partial }) => wishRank === 1 && !partial).length,
    transfers: given.filter(({ transferOf }) => transferOf !== null).length,
    halfHoursAsked: Math.round(
      town.candidates.reduce((sum, { pattern }) => sum + weeklyHalfHours(halfHoursOf(pattern)), 0),
    ),
    halfHoursGiven: halfHours(given),
    halfHoursFree: bySection.reduce((sum, { halfHoursFree }) => sum + halfHoursFree, 0),
    refusedOptions: result.refusedOptions,
    explained: result.explained,
    claims: result.claims.length,
    surnombre: result.surnombre.reduce((sum, { plus }) => sum + plus, 0),
    ...ms,
    bySection,
  };
}
