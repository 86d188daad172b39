import { type AllocationBook, openAllocationBook } from "#app/allocation/rules/allocation-book.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { type Decision, decisionsOf } from "../rules/candidate-answer.ts";
import type { Grid } from "../rules/grid.ts";
import { resultLinesOf } from "../rules/held-by-run.ts";
import type { BuiltInstance } from "../rules/meeting-instance.ts";
import type { MeetingTown } from "../rules/meeting-town.ts";
import { publicationSettings, quorumOf } from "../rules/publication.ts";
import type { PublishBlocker } from "../rules/publication-view.ts";
import type { Candidate } from "../store/candidates.server.ts";
import { type MeetingRow, listAttendees } from "../store/meetings.server.ts";
import {
  type AdjustmentRow,
  type RunFiles,
  type RunRow,
  findRun,
  listAdjustments,
} from "../store/runs.server.ts";
import { instanceText } from "./compute-run.server.ts";
import { loadTown } from "./load-town.server.ts";

export type Publication = {
  blockers: PublishBlocker[];
  town: MeetingTown;
  candidates: Candidate[];
  adjustments: AdjustmentRow[];
  run: (RunRow & RunFiles) | null;
  built: BuiltInstance;
  /** Null while the run cannot be told against the town as it is. */
  told: { book: AllocationBook; decisions: Decision[] } | null;
};

export const isStale = (run: Pick<RunRow, "adjustments">, adjustments: readonly AdjustmentRow[]): boolean => {
  const standing = adjustments.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
  return [...standing].sort().join() !== [...run.adjustments].sort().join();
};

/** Everything that publishing needs, and what stands in its way; as things are now. */
export async function loadPublication(db: Database, meeting: MeetingRow, grid: Grid): Promise<Publication> {
  const { town, candidates } = await loadTown(db, meeting, grid);
  const adjustments = await listAdjustments(db, meeting.id);
  const run = meeting.chosenRunId ? await findRun(db, meeting.id, meeting.chosenRunId) : null;
  const { smallestCount } = await readParameter(db, "publication", meeting.heldOn, publicationSettings);
  const quorum = quorumOf(meeting.quorum, await listAttendees(db, meeting.id));
  const { built, instance } = instanceText(town);
  const blockers: PublishBlocker[] = [];
  if (!quorum.met) blockers.push("quorum");
  if (
    grid.method === "deliberation" &&
    candidates.some(({ state, level }) => state === "included" && level === null)
  )
    blockers.push("levels");
  if (!run)
    return { blockers: ["noRun", ...blockers], town, candidates, adjustments, run, built, told: null };
  if (!run.certified) blockers.push("notCertified");
  if (run.summary.explained + run.summary.claims < run.summary.refusedOptions) blockers.push("unexplained");
  if (isStale(run, adjustments)) blockers.push("staleAdjustments");
  const same = run.instance === instance;
  if (!same && !blockers.includes("staleAdjustments")) blockers.push("staleTown");
  if (!same) return { blockers, town, candidates, adjustments, run, built, told: null };
  const book = openAllocationBook(built.instance, resultLinesOf(run.result), { smallestCount });
  const decisions = decisionsOf(town, built, book);
  const untold = decisions.some(({ explanation }) =>
    explanation.refused.some(({ kind }) => kind === "unexplained"),
  );
  if (untold && !blockers.includes("unexplained")) blockers.push("unexplained");
  return { blockers, town, candidates, adjustments, run, built, told: { book, decisions } };
}
