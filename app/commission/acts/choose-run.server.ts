import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { listRuns } from "../store/runs.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  type MeetingSeen,
  changedMeanwhile,
  requireMeetingTo,
} from "./require-meeting.server.ts";

/** Names the run that the commission would publish. */
export async function chooseRun(
  visit: SignedVisit,
  seen: MeetingSeen,
  runId: string,
): Promise<MeetingActed | ChangedMeanwhile> {
  return inTransaction(visit.db, async (tx): Promise<MeetingActed | ChangedMeanwhile> => {
    const meeting = await requireMeetingTo(tx, visit, "choose", seen);
    if (!meeting) return changedMeanwhile;
    if (!(await listRuns(tx, meeting.id)).some(({ id }) => id === runId)) throw notFound();
    if (!(await changeMeeting(tx, meeting, "choose", { chosenRunId: runId }))) return changedMeanwhile;
    return { ok: true, version: meeting.version + 1 };
  });
}
