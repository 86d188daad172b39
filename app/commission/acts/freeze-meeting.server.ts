import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { recordRenewalAsked } from "#app/requests/acts/record-renewal-asked.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import type { CandidateState } from "../rules/meeting.ts";
import { insertCandidates } from "../store/candidates.server.ts";
import { takeDraw } from "../store/draws.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { type ExaminedNow, examineRequests } from "./examine-requests.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

/** A thousand requests are asked again or examined, one step each. */
const longest = 120_000;

export type MeetingFrozen = { ok: true; version: number; counts: Record<CandidateState, number> };

/**
 * Closes the list of a meeting: every request that it could serve comes in under a number, with its points and its
 * rank of the draw; those not confirmed for too long are asked again; the others stay on the list, with the reason.
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
      const stepOf = ({ request }: ExaminedNow) => ({
        careRequestId: request.id,
        ...{ at: now, by: "desk" as const, accountId: actor.accountId, version: request.version },
      });
      for (const each of examined) {
        const { request, state } = each;
        const step =
          state === "included"
            ? await recordStep(tx, { ...stepOf(each), transition: "examine", nextStepBy: meeting.heldOn })
            : state === "toRenew" && mayTransition("askRenewal", request.status, "desk")
              ? await recordRenewalAsked(tx, stepOf(each))
              : { ok: true as const };
        // Read in this very transaction: nobody can have moved it since.
        if (!step.ok) throw new Error(`Request ${request.id} moved within a transaction.`);
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
