import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { AdjustmentForm } from "../rules/meeting-form.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { endAdjustment, insertAdjustment, listAdjustments } from "../store/runs.server.ts";
import { pinFits } from "./compute-run.server.ts";
import { isExamined, loadTown } from "./load-town.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type AdjustmentRefused = {
  ok: false;
  field: "motive" | "facilityId" | "candidateId";
  error: `commission:meeting.error.${"motive" | "facility" | "notExamined" | "already" | "noOption" | "pinDoesNotFit"}`;
};
export type Adjusted = (MeetingActed & { adjustmentId: string }) | AdjustmentRefused | ChangedMeanwhile;

const refuse = (
  field: AdjustmentRefused["field"],
  reason: "motive" | "facility" | "notExamined" | "already" | "noOption" | "pinDoesNotFit",
): AdjustmentRefused => ({ ok: false, field, error: `commission:meeting.error.${reason}` });

/**
 * Lays a hand on the input of the engine: a place given, or a facility forbidden, with a coded motive of the grid and
 * the name of who signs. Who loses by it shows in the next run. A place that cannot be given is refused at once.
 */
export async function adjustMeeting(
  visit: SignedVisit,
  meetingId: string,
  { version, candidateId, kind, facilityId, motive, signedBy }: AdjustmentForm,
): Promise<Adjusted> {
  return inTransaction(visit.db, async (tx): Promise<Adjusted> => {
    const meeting = await requireMeetingTo(tx, visit, "adjust", { meetingId, version });
    if (!meeting) return changedMeanwhile;
    const grid = await requireGrid(tx, meeting);
    if (!grid.motives.some(({ code, use }) => code === motive && use.includes(kind)))
      return refuse("motive", "motive");
    const { town, candidates } = await loadTown(tx, meeting, grid, visit.today);
    const candidate = candidates.find(({ id }) => id === candidateId);
    if (!candidate) throw notFound();
    if (!isExamined(candidate)) return refuse("candidateId", "notExamined");
    if (!town.facilities.some(({ id }) => id === facilityId)) return refuse("facilityId", "facility");
    const own = town.adjustments.filter((each) => each.candidateId === candidateId);
    if (own.some((each) => each.facilityId === facilityId || (each.kind === "pin" && kind === "pin")))
      return refuse("facilityId", "already");
    if (kind === "pin") {
      const fit = pinFits(town, { candidateId, kind, facilityId });
      if (fit !== "fits") return refuse("facilityId", fit);
    }
    if (!(await changeMeeting(tx, meeting, "adjust"))) return changedMeanwhile;
    const adjustmentId = await insertAdjustment(tx, {
      ...{ meetingId, candidateId, kind, facilityId, motive, signedBy },
      madeBy: visit.actor.accountId,
      madeAt: visit.now,
    });
    return { ok: true, version: version + 1, adjustmentId };
  });
}

/** Takes an adjustment back; it stays on record with who did so. */
export async function removeAdjustment(
  visit: SignedVisit,
  { meetingId, version }: MeetingSeen,
  adjustmentId: string,
): Promise<MeetingActed | ChangedMeanwhile> {
  return inTransaction(visit.db, async (tx): Promise<MeetingActed | ChangedMeanwhile> => {
    const meeting = await requireMeetingTo(tx, visit, "adjust", { meetingId, version });
    if (!meeting) return changedMeanwhile;
    const known = (await listAdjustments(tx, meetingId)).some(({ id }) => id === adjustmentId);
    if (!known) throw notFound();
    const removed = { removedAt: visit.now, removedBy: visit.actor.accountId };
    const ended = await endAdjustment(tx, { id: adjustmentId, meetingId }, removed);
    if (!ended || !(await changeMeeting(tx, meeting, "adjust"))) return changedMeanwhile;
    return { ok: true, version: version + 1 };
  });
}
