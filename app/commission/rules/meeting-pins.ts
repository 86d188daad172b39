// A pinned request keeps one option alone, as a seat that it would already have.
import type { PlannedRequest } from "./meeting-options.ts";
import type { TownAdjustment } from "./meeting-town.ts";

/**
 * The requests once pinned: of a pinned one, the first option that gives the child the facility.
 * @returns also the ids of the candidates whose pin no option answers
 */
export function pinnedOptions(
  requests: readonly PlannedRequest[],
  adjustments: readonly TownAdjustment[],
): { requests: PlannedRequest[]; pinned: Map<string, number>; impossible: string[] } {
  const pins = new Map(
    adjustments
      .filter(({ kind }) => kind === "pin")
      .map(({ candidateId, facilityId }) => [candidateId, facilityId]),
  );
  const pinned = new Map<string, number>();
  const impossible: string[] = [];
  const kept = requests.map((request) => {
    const own = request.candidates.filter(({ id }) => pins.has(id));
    if (own.length === 0) return request;
    const at = request.options.findIndex(({ parts }) =>
      own.every(({ id }) =>
        parts.some((part) => part.candidate.id === id && part.facilityId === pins.get(id)),
      ),
    );
    if (at === -1) {
      impossible.push(...own.map(({ id }) => id));
      return request;
    }
    pinned.set(request.engineId, at);
    return { ...request, options: [request.options[at]!] };
  });
  return { requests: kept, pinned, impossible };
}
