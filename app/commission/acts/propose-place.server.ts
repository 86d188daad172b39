import { keyAt, openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import { type RequestExplanation, explainRequest } from "#app/allocation/rules/explanation.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import type { Grid } from "../rules/grid.ts";
import { resultLinesOf } from "../rules/held-by-run.ts";
import { namesOf } from "../rules/meeting-names.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import type { AllocationNameTable } from "../rules/meeting-view.ts";
import type { TownAdjustment, TownCandidate } from "../rules/meeting-town.ts";
import { computeRun } from "./compute-run.server.ts";
import { loadPlaces } from "./load-town.server.ts";

export type Proposed = {
  /** Whom the engine serves on what is left, the best key first. */
  served: PlannedPart[];
  explain: (engineId: string) => RequestExplanation | null;
  names: AllocationNameTable;
};

export const noNames: AllocationNameTable = {
  facilities: {},
  sections: {},
  periods: {},
  reserves: {},
  classes: {},
};

/**
 * Runs the engine on what is left between two meetings, with every place held where it is. A run that is not certified
 * proposes nobody.
 */
export async function proposePlace(
  db: Database,
  grid: Grid,
  on: { sectionIds: string[]; startFrom: CalendarDay; startTo: CalendarDay; heldOn: CalendarDay },
  candidates: TownCandidate[],
  adjustments: TownAdjustment[] = [],
): Promise<Proposed> {
  const places = await loadPlaces(db, { ...on, surnombreMax: 0 }, grid);
  const run = computeRun({ ...places, candidates, adjustments });
  if ("problem" in run || !run.certificate.ok) return { served: [], explain: () => null, names: noNames };
  const lines = resultLinesOf(run.resultText);
  const book = openAllocationBook(run.built.instance, lines);
  const served = [...run.built.planned.values()].flatMap(({ engineId, options }) => {
    const option = book.lines.get(engineId)?.option ?? null;
    const parts = option === null ? [] : options[option]!.parts;
    return parts.map((part) => ({ part, key: keyAt(book.requests.get(engineId)!, part.facilityId) }));
  });
  served.sort((a, b) => b.key.points - a.key.points || a.key.lottery - b.key.lottery);
  return {
    served: served.map(({ part }) => part),
    explain: (engineId) => explainRequest(book, engineId),
    names: namesOf(on, grid, places.facilities, run.built.instance),
  };
}
