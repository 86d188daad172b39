import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { RunSummary } from "../rules/meeting-view.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { insertRun, listAdjustments } from "../store/runs.server.ts";
import { computeRun } from "./compute-run.server.ts";
import { loadTown } from "./load-town.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type MeetingRan =
  | { ok: true; version: number; runId: string; number: number; summary: RunSummary; certified: boolean }
  /** A place was taken since it was pinned. */
  | { ok: false; error: "commission:meeting.error.pinDoesNotFit" };

/**
 * Runs the engine on the frozen requests and the places as they are, has it checked, and keeps both files. The run
 * becomes the one that the commission looks at.
 */
export async function runMeeting(
  visit: SignedVisit,
  seen: MeetingSeen,
): Promise<MeetingRan | ChangedMeanwhile> {
  const { db, now, today, actor } = visit;
  const meeting = await requireMeetingTo(db, visit, "run", seen);
  if (!meeting) return changedMeanwhile;
  const { town } = await loadTown(db, meeting, await requireGrid(db, meeting), today);
  const run = computeRun(town);
  if ("problem" in run) return { ok: false, error: "commission:meeting.error.pinDoesNotFit" };
  return inTransaction(db, async (tx): Promise<MeetingRan | ChangedMeanwhile> => {
    // Taken first: whatever was added or taken away while the engine ran makes it stale.
    if (!(await changeMeeting(tx, meeting, "run"))) return changedMeanwhile;
    const adjustments = await listAdjustments(tx, meeting.id);
    const { id, number } = await insertRun(tx, {
      meetingId: meeting.id,
      createdAt: now,
      createdBy: actor.accountId,
      adjustments: adjustments.filter(({ removedAt }) => removedAt === null).map(({ id: own }) => own),
      instance: run.instance,
      result: run.resultText,
      summary: run.summary,
      certified: run.certificate.ok,
      certificate: run.certificate.lines,
    });
    const version = meeting.version + 2;
    await changeMeeting(tx, { id: meeting.id, version: meeting.version + 1 }, "run", { chosenRunId: id });
    const { summary, certificate } = run;
    return { ok: true, version, runId: id, number, summary, certified: certificate.ok };
  });
}
