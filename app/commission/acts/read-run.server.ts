import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { Instance } from "#app/allocation/rules/instance.ts";
import type { ResultLine } from "#app/allocation/rules/result.ts";
import { type HeldPlace, heldByRun, resultLinesOf } from "../rules/held-by-run.ts";
import type { RunComparison } from "../rules/meeting-view.ts";
import { compareHeld } from "../rules/run-changes.ts";
import { listCandidates } from "../store/candidates.server.ts";
import { type RunFiles, type RunRow, findRun, listAdjustments } from "../store/runs.server.ts";
import { readPlaceNames } from "../store/town.server.ts";
import { adjustmentViews, runViews } from "./meeting-lines.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

export type OpenedRun = RunRow & {
  instance: Instance;
  lines: ResultLine[];
  held: Map<string, HeldPlace>;
};

export function openRun({ instance, result, ...run }: RunRow & RunFiles): OpenedRun {
  const read = JSON.parse(instance) as Instance;
  const lines = resultLinesOf(result);
  return { ...run, instance: read, lines, held: heldByRun(read, lines) };
}

/** The bytes of a run, to be run again and checked outside: `npx guichet check-allocation`. */
export async function readRunFile(
  visit: SignedVisit,
  meetingId: string,
  runId: string,
  file: "instance.json" | "result.jsonl",
): Promise<{ name: string; type: string; text: string }> {
  const meeting = await requireMeeting(visit.db, visit, meetingId);
  const run = await findRun(visit.db, meeting.id, runId);
  if (!run) throw notFound();
  await logFileRead(visit, "meeting", meeting.id, `download:${file}`);
  const instance = file === "instance.json";
  return {
    name: `commission-${meeting.heldOn}-${run.number}-${file}`,
    type: instance ? "application/json" : "application/x-ndjson",
    text: instance ? run.instance : run.result,
  };
}

/** Who gains and who loses from one run to another. */
export async function readComparison(
  visit: SignedVisit,
  meetingId: string,
  ids: { before: string; after: string },
): Promise<RunComparison> {
  const { db } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const grid = await requireGrid(db, meeting);
  const [one, other] = [await findRun(db, meeting.id, ids.before), await findRun(db, meeting.id, ids.after)];
  if (!one || !other) throw notFound();
  const [before, after] = [openRun(one), openRun(other)];
  const candidates = await listCandidates(db, meeting.id);
  const facilityIds = [before, after].flatMap(({ instance }) => instance.facilities.map(({ id }) => id));
  const { facilities } = await readPlaceNames(db, [...new Set(facilityIds)]);
  const adjustments = await listAdjustments(db, meeting.id);
  const views = await adjustmentViews(db, grid, facilities, candidates, adjustments);
  const [beforeView, afterView] = await runViews(db, meeting, [before, after].map(plain), adjustments);
  return {
    meeting: headOf(meeting, grid),
    before: beforeView!,
    after: afterView!,
    ...compareHeld(candidates, before.held, after.held, facilities),
    adjustmentsAdded: views.filter(
      ({ id }) => after.adjustments.includes(id) && !before.adjustments.includes(id),
    ),
    adjustmentsRemoved: views.filter(
      ({ id }) => before.adjustments.includes(id) && !after.adjustments.includes(id),
    ),
  };
}

const plain = ({ instance: _instance, lines: _lines, held: _held, ...run }: OpenedRun): RunRow => run;
