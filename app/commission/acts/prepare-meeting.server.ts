import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { newToken } from "#app/platform/secrets.server.ts";
import type { MeetingForm } from "../rules/meeting-form.ts";
import { findKeptDraw } from "../store/draws.server.ts";
import { changeMeeting, insertMeeting, listBusySections, replaceSections } from "../store/meetings.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { sha256 } from "./compute-run.server.ts";
import { readGridInForce } from "./read-grid-in-force.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingActed,
  type MeetingSeen,
  changedMeanwhile,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type MeetingRefused = {
  ok: false;
  /** The field beside which it is said. */
  field: "heldOn" | "startFrom" | "startTo" | "sections" | "careKind";
  error: `commission:meeting.error.${"past" | "window" | "sections" | "busy" | "noGrid"}`;
};

async function refusalOf(
  tx: Database,
  today: CalendarDay,
  form: MeetingForm,
  meetingId: string | null,
): Promise<MeetingRefused | null> {
  const refuse = (
    field: MeetingRefused["field"],
    reason: "past" | "window" | "sections" | "busy",
  ): MeetingRefused => ({
    ok: false,
    field,
    error: `commission:meeting.error.${reason}`,
  });
  if (form.heldOn < today) return refuse("heldOn", "past");
  if (form.startFrom < form.heldOn) return refuse("startFrom", "window");
  if (form.startTo < form.startFrom) return refuse("startTo", "window");
  const known = new Set((await listSectionsOf(tx, form.careKind)).map(({ id }) => id));
  if (!form.sections.every((id) => known.has(id))) return refuse("sections", "sections");
  // Two meetings would give the same place.
  const busy = await listBusySections(tx, form.sections, meetingId);
  return busy.length > 0 ? refuse("sections", "busy") : null;
}

const columns = ({ heldOn, startFrom, startTo, answerDays, quorum, surnombreMax }: MeetingForm) => ({
  heldOn,
  startFrom,
  startTo,
  answerDays,
  quorum,
  surnombreMax,
});

/**
 * Begins a meeting, bound to the grid in force on the day it is held. Its draw is sealed at once: the commitment is
 * public, the seed is shown once the meeting is published. The draw of a frozen meeting that was given up is taken up.
 */
export async function prepareMeeting(
  visit: SignedVisit,
  form: MeetingForm,
): Promise<{ ok: true; meetingId: string } | MeetingRefused> {
  if (!visit.scope.town) throw notFound();
  return inTransaction(visit.db, async (tx): Promise<{ ok: true; meetingId: string } | MeetingRefused> => {
    const refusal = await refusalOf(tx, visit.today, form, null);
    if (refusal) return refusal;
    const grid = await readGridInForce(tx, form.careKind, form.heldOn);
    if (!grid) return { ok: false, field: "careKind", error: "commission:meeting.error.noGrid" };
    const seed = newToken();
    const draw = (await findKeptDraw(tx, form.careKind)) ?? { seed, seedCommitment: sha256(seed) };
    const meetingId = await insertMeeting(tx, {
      ...columns(form),
      careKind: form.careKind,
      gridId: grid.id,
      sectionIds: [...new Set(form.sections)],
      ...draw,
      createdAt: visit.now,
      createdBy: visit.actor.accountId,
    });
    return { ok: true, meetingId };
  });
}

/** Changes what a meeting looks at, while it is being prepared. The kind of care, the grid and the draw stay. */
export async function changePlaces(
  visit: SignedVisit,
  seen: MeetingSeen,
  form: MeetingForm,
): Promise<MeetingActed | MeetingRefused | ChangedMeanwhile> {
  return inTransaction(visit.db, async (tx): Promise<MeetingActed | MeetingRefused | ChangedMeanwhile> => {
    const meeting = await requireMeetingTo(tx, visit, "change", seen);
    if (!meeting) return changedMeanwhile;
    const own = { ...form, careKind: meeting.careKind };
    const refusal = await refusalOf(tx, visit.today, own, meeting.id);
    if (refusal) return refusal;
    if (!(await changeMeeting(tx, meeting, "change", columns(own)))) return changedMeanwhile;
    await replaceSections(tx, meeting.id, [...new Set(form.sections)]);
    return { ok: true, version: meeting.version + 1 };
  });
}
