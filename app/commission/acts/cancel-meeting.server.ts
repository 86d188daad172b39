import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import type { CancelReason } from "../rules/meeting.ts";
import { listCandidates } from "../store/candidates.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { isExamined } from "./load-town.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  type MeetingSeen,
  changedMeanwhile,
  requireMeetingTo,
} from "./require-meeting.server.ts";

/**
 * Gives a meeting up: nothing is decided, and every request goes back to the list. When its list was frozen, who and why
 * stay readable, and its draw is the one of the next meeting: nobody throws again what did not please.
 */
export async function cancelMeeting(
  visit: SignedVisit,
  seen: MeetingSeen,
  reason: CancelReason,
): Promise<MeetingActed | ChangedMeanwhile> {
  const { db, now, today, actor } = visit;
  return inTransaction(
    db,
    async (tx): Promise<MeetingActed | ChangedMeanwhile> => {
      const meeting = await requireMeetingTo(tx, visit, "cancel", seen);
      if (!meeting) return changedMeanwhile;
      const given = { cancelledAt: now, cancelledBy: actor.accountId, cancelReason: reason };
      if (!(await changeMeeting(tx, meeting, "cancel", { status: "cancelled", ...given })))
        return changedMeanwhile;
      const nextStepBy = nextMeetingAfter(today, await readDelays(tx, today));
      for (const { careRequestId } of (await listCandidates(tx, meeting.id)).filter(isExamined))
        await recordStep(tx, {
          ...{ careRequestId, transition: "leaveMeeting", by: "desk", accountId: actor.accountId, at: now },
          nextStepBy,
        });
      return { ok: true, version: meeting.version + 1 };
    },
    { timeout: 120_000 },
  );
}
