import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import type { CandidateState } from "../rules/meeting.ts";
import { insertCandidates } from "../store/candidates.server.ts";
import { takeDraw } from "../store/draws.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { examineRequests } from "./examine-requests.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

/** A thousand requests are examined, one step each. */
const longest = 120_000;

export type MeetingFrozen = { ok: true; version: number; counts: Record<CandidateState, number> };

/**
 * Closes the list of a meeting: every request that it could serve comes in under a number, with its points and its
 * rank of the draw; those asked whether the need stands, and silent, wait; the others stay on the list, with the reason.
 */
export async function freezeMeeting(
  visit: SignedVisit,
  seen: MeetingSeen,
): Promise<MeetingFrozen | ChangedMeanwhile> {
  return inTransaction(
    visit.db,
    async (tx): Promise<MeetingFrozen | ChangedMeanwhile> => {
      const prepared = await requireMeetingTo(tx, visit, "freeze", seen);
      if (!prepared) return changedMeanwhile;
      const draw = await takeDraw(tx, prepared);
      const meeting = { ...prepared, ...draw };
      const { now, actor, today } = visit;
      const grid = await requireGrid(tx, meeting);
      const examined = await examineRequests(tx, today, meeting, grid);
      if (!(await changeMeeting(tx, meeting, "freeze", { status: "frozen", frozenAt: now, ...draw })))
        return changedMeanwhile;
      for (const each of examined) {
        if (each.state !== "included") continue;
        const step = await recordStep(tx, {
          ...{ careRequestId: each.request.id, version: each.request.version, transition: "examine" },
          ...{ at: now, by: "desk", accountId: actor.accountId, nextStepBy: meeting.heldOn },
        });
        // Read in this very transaction: nobody can have moved it since.
        if (!step.ok) throw new Error(`Request ${each.request.id} moved within a transaction.`);
      }
      await insertCandidates(
        tx,
        examined.map(({ request, number, lottery, engineId, state, stateReason }) => ({
          meetingId: meeting.id,
          careRequestId: request.id,
          ...{ number, lottery, engineId, state, stateReason },
          sheet: request.sheet,
          points: request.sheet.basePoints,
        })),
      );
      const counts: Record<CandidateState, number> = { included: 0, toRenew: 0, gate: 0, noOption: 0 };
      for (const { state } of examined) counts[state] += 1;
      return { ok: true, version: meeting.version + 1, counts };
    },
    { timeout: longest },
  );
}
