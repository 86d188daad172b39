import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { LevelForm } from "../rules/meeting-form.ts";
import { withLevel } from "../rules/scoring.ts";
import { listCandidates, writeLevel } from "../store/candidates.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { isExamined } from "./load-town.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type LevelStated =
  | MeetingActed
  | ChangedMeanwhile
  | {
      ok: false;
      field: "motive" | "candidateId";
      error: `commission:meeting.error.${"motive" | "notExamined"}`;
    };

/** Writes down the level that the members give to a request in a free deliberation, why, and who said it. */
export async function stateLevel(
  visit: SignedVisit,
  meetingId: string,
  { version, candidateId, level, motive, signedBy }: LevelForm,
): Promise<LevelStated> {
  return inTransaction(visit.db, async (tx): Promise<LevelStated> => {
    const meeting = await requireMeetingTo(tx, visit, "level", { meetingId, version });
    if (!meeting) return changedMeanwhile;
    const grid = await requireGrid(tx, meeting);
    const candidate = (await listCandidates(tx, meetingId)).find(({ id }) => id === candidateId);
    if (!candidate || grid.method !== "deliberation") throw notFound();
    if (!isExamined(candidate))
      return { ok: false, field: "candidateId", error: "commission:meeting.error.notExamined" };
    if (!grid.motives.some(({ code, use }) => code === motive && use.includes("level")))
      return { ok: false, field: "motive", error: "commission:meeting.error.motive" };
    if (!(await changeMeeting(tx, meeting, "level"))) return changedMeanwhile;
    const points = withLevel(candidate.sheet, level).basePoints;
    await writeLevel(tx, candidateId, { level, levelMotive: motive, levelBy: signedBy, points });
    return { ok: true, version: version + 1 };
  });
}
