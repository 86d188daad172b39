import type { SignedVisit } from "#app/access/visit.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { AttendeeForm } from "../rules/meeting-form.ts";
import { changeMeeting, replaceAttendees } from "../store/meetings.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  type MeetingSeen,
  changedMeanwhile,
  requireMeetingTo,
} from "./require-meeting.server.ts";

/** Writes down who sits at the meeting and who is there; lines without a name are left out. */
export async function stateAttendance(
  visit: SignedVisit,
  seen: MeetingSeen,
  attendees: readonly AttendeeForm[],
): Promise<MeetingActed | ChangedMeanwhile> {
  return inTransaction(visit.db, async (tx): Promise<MeetingActed | ChangedMeanwhile> => {
    const meeting = await requireMeetingTo(tx, visit, "attend", seen);
    if (!meeting || !(await changeMeeting(tx, meeting, "attend"))) return changedMeanwhile;
    const named = attendees
      .map((each) => ({ ...each, name: each.name.trim() }))
      .filter(({ name }) => name !== "");
    await replaceAttendees(tx, meeting.id, named);
    return { ok: true, version: meeting.version + 1 };
  });
}
