import type { Database } from "#app/platform/database/client.server.ts";
import type { Grid } from "../rules/grid.ts";
import type { AdjustmentView, RunView } from "../rules/meeting-view.ts";
import { type Candidate } from "../store/candidates.server.ts";
import { type MeetingRow, readAccountNames } from "../store/meetings.server.ts";
import type { AdjustmentRow, RunRow } from "../store/runs.server.ts";
import { isStale } from "./load-publication.server.ts";

/** Runs as pages show them, the latest first. */
export async function runViews(
  db: Database,
  { chosenRunId }: Pick<MeetingRow, "chosenRunId">,
  runs: readonly RunRow[],
  adjustments: readonly AdjustmentRow[],
): Promise<RunView[]> {
  const names = await readAccountNames(
    db,
    runs.map(({ createdBy }) => createdBy),
  );
  return runs.map((run) => ({
    ...run,
    createdAt: run.createdAt.toISOString(),
    createdBy: names.get(run.createdBy) ?? "",
    stale: isStale(run, adjustments),
    chosen: run.id === chosenRunId,
  }));
}

/** Adjustments as pages show them, those taken away included. */
export async function adjustmentViews(
  db: Database,
  grid: Grid,
  facilities: Readonly<Record<string, string>>,
  candidates: readonly Pick<Candidate, "id" | "number">[],
  adjustments: readonly AdjustmentRow[],
): Promise<AdjustmentView[]> {
  const names = await readAccountNames(
    db,
    adjustments.flatMap(({ madeBy, removedBy }) => [madeBy, ...(removedBy ? [removedBy] : [])]),
  );
  const numbers = new Map(candidates.map(({ id, number }) => [id, number]));
  return adjustments.map(({ candidateId, facilityId, motive, removedAt, removedBy, ...row }) => ({
    ...row,
    candidate: { id: candidateId, number: numbers.get(candidateId) ?? "" },
    facility: { id: facilityId, name: facilities[facilityId] ?? facilityId },
    motive: {
      code: motive,
      words: grid.motives.find(({ code }) => code === motive)?.words ?? { fr: motive, en: "" },
    },
    madeBy: names.get(row.madeBy) ?? "",
    madeAt: row.madeAt.toISOString(),
    removedAt: removedAt?.toISOString() ?? null,
    removedBy: removedBy === null ? null : (names.get(removedBy) ?? ""),
  }));
}
