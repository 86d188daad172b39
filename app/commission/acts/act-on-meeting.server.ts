import type { SignedVisit } from "#app/access/visit.server.ts";
import type { MeetingActForm } from "../rules/meeting-act-forms.ts";
import { askFamilies } from "./ask-families.server.ts";
import { cancelMeeting } from "./cancel-meeting.server.ts";
import { chooseRun } from "./choose-run.server.ts";
import { freezeMeeting } from "./freeze-meeting.server.ts";
import { runMeeting } from "./run-meeting.server.ts";
import { requireMeeting } from "./require-meeting.server.ts";

/** Where to go next and what to say there, or why nothing was done. */
export type ActedOnMeeting = { ok: true; to: string; notice: string } | { ok: false; error: string };

/** One of the buttons of a meeting's steps. */
export async function actOnMeeting(
  visit: SignedVisit,
  meetingId: string,
  form: MeetingActForm,
): Promise<ActedOnMeeting> {
  const seen = { meetingId, version: form.version };
  const here = `/guichet/commissions/${meetingId}`;
  const notice = `commission:page.notice.${form.intention}`;
  if (form.intention === "run") {
    const { chosenRunId: before } = await requireMeeting(visit.db, visit, meetingId);
    const ran = await runMeeting(visit, seen);
    if (!ran.ok) return ran;
    // After a decision, what matters is who gains and who loses by it.
    const compared = before ? `?avec=${before}#comparer` : "";
    return { ok: true, to: `${here}/calculs/${ran.runId}${compared}`, notice };
  }
  const acted =
    form.intention === "askFamilies"
      ? await askFamilies(visit, seen)
      : form.intention === "freeze"
        ? await freezeMeeting(visit, seen)
        : form.intention === "choose"
          ? await chooseRun(visit, seen, form.runId)
          : await cancelMeeting(visit, seen, form.reason);
  return acted.ok ? { ok: true, to: here, notice } : acted;
}
