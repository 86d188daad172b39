import type { SignedVisit } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { recordRenewalAsked } from "#app/requests/acts/record-renewal-asked.server.ts";
import { renewBefore, renewalSettings } from "#app/requests/rules/renewal.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { examineRequests, familiesToAsk } from "./examine-requests.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type FamiliesAsked =
  | { ok: true; version: number; asked: number }
  | { ok: false; error: "commission:meeting.error.tooLateToAsk" };

/**
 * Asks the families of a meeting in preparation whether their need still stands, where it is time to; they answer at
 * the latest the day before it is held, and whoever has answered when the list closes is examined.
 */
export async function askFamilies(
  visit: SignedVisit,
  seen: MeetingSeen,
): Promise<FamiliesAsked | ChangedMeanwhile> {
  const { db, now, today, actor } = visit;
  return inTransaction(
    db,
    async (tx): Promise<FamiliesAsked | ChangedMeanwhile> => {
      const meeting = await requireMeetingTo(tx, visit, "askFamilies", seen);
      if (!meeting) return changedMeanwhile;
      const eve = addDays(meeting.heldOn, -1);
      if (eve <= today) return { ok: false, error: "commission:meeting.error.tooLateToAsk" };
      const usual = renewBefore(today, await readParameter(tx, "renewal", today, renewalSettings));
      const examined = await examineRequests(tx, today, meeting, await requireGrid(tx, meeting));
      if (!(await changeMeeting(tx, meeting, "askFamilies"))) return changedMeanwhile;
      const families = familiesToAsk(examined);
      for (const { request } of families) {
        const asked = await recordRenewalAsked(tx, {
          ...{ careRequestId: request.id, version: request.version, at: now, by: "desk" },
          ...{ accountId: actor.accountId, renewBy: usual < eve ? usual : eve },
        });
        // Read in this very transaction: nobody can have moved it since.
        if (!asked.ok) throw new Error(`Request ${request.id} moved within a transaction.`);
      }
      return { ok: true, version: meeting.version + 1, asked: families.length };
    },
    { timeout: 120_000 },
  );
}
