import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CandidateState } from "../rules/meeting.ts";
import type { MeetingSectionView, MeetingView } from "../rules/meeting-view.ts";
import { quorumOf } from "../rules/publication.ts";
import { type Candidate, listCandidates } from "../store/candidates.server.ts";
import { type MeetingRow, listAttendees, readAccountNames } from "../store/meetings.server.ts";
import { listAdjustments, listRuns } from "../store/runs.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { type ExaminedNow, examineRequests, familiesToAsk } from "./examine-requests.server.ts";
import { blockersSeen } from "./load-publication.server.ts";
import { adjustmentViews, runViews } from "./meeting-lines.server.ts";
import { placesOn } from "./read-meeting-form.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

function countStates(all: readonly { state: CandidateState }[]): Record<CandidateState, number> {
  const counts: Record<CandidateState, number> = { included: 0, toRenew: 0, gate: 0, noOption: 0 };
  for (const { state } of all) counts[state] += 1;
  return counts;
}

async function sectionsOf(
  { db }: SignedVisit,
  meeting: MeetingRow,
  looked: readonly Pick<Candidate | ExaminedNow, "request" | "state">[],
): Promise<MeetingSectionView[]> {
  const wished = new Map<string, number>();
  for (const { request, state } of looked)
    if (state === "included")
      for (const { facilityId } of request.wishes) wished.set(facilityId, (wished.get(facilityId) ?? 0) + 1);
  return (await listSectionsOf(db, meeting.careKind))
    .filter(({ id }) => meeting.sectionIds.includes(id))
    .map((section) => ({
      sectionId: section.id,
      name: section.name,
      facility: { id: section.facility.id, name: section.facility.name },
      places: placesOn(section, meeting.startFrom),
      wished: wished.get(section.facility.id) ?? 0,
    }));
}

function cancelledOf(
  { cancelledAt, cancelledBy, cancelReason }: MeetingRow,
  names: ReadonlyMap<string, string>,
): MeetingView["meeting"]["cancelled"] {
  if (!cancelledAt || !cancelledBy || !cancelReason) return null;
  return { at: cancelledAt.toISOString(), by: names.get(cancelledBy) ?? "", reason: cancelReason };
}

/**
 * A meeting with everything that its page shows.
 * @param told whether to say what stands in the way of publishing, as far as it is seen without counting places again
 */
export async function readMeeting(
  visit: SignedVisit,
  meetingId: string,
  { told = true }: { told?: boolean } = {},
): Promise<MeetingView> {
  const { db, today } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const grid = await requireGrid(db, meeting);
  const candidates = await listCandidates(db, meeting.id);
  const examined = meeting.status === "preparing" ? await examineRequests(db, today, meeting, grid) : null;
  const looked = examined ?? candidates;
  const sections = await sectionsOf(visit, meeting, looked);
  const adjustments = await listAdjustments(db, meeting.id);
  const runs = await listRuns(db, meeting.id);
  const run = runs.find(({ id }) => id === meeting.chosenRunId) ?? null;
  const attendees = await listAttendees(db, meeting.id);
  const people = [meeting.createdBy, meeting.publishedBy, meeting.cancelledBy].flatMap((id) => id ?? []);
  const names = await readAccountNames(db, people);
  const facilities = Object.fromEntries(sections.map(({ facility }) => [facility.id, facility.name]));
  return {
    meeting: {
      ...headOf(meeting, grid),
      answerDays: meeting.answerDays,
      quorum: meeting.quorum,
      surnombreMax: meeting.surnombreMax,
      seedCommitment: meeting.seedCommitment,
      seed: meeting.status === "published" ? meeting.seed : null,
      createdBy: names.get(meeting.createdBy) ?? "",
      frozenAt: meeting.frozenAt?.toISOString() ?? null,
      publishedAt: meeting.publishedAt?.toISOString() ?? null,
      publishedBy: meeting.publishedBy === null ? null : (names.get(meeting.publishedBy) ?? ""),
      chosenRunId: meeting.chosenRunId,
      cancelled: cancelledOf(meeting, names),
    },
    sections,
    counts: countStates(looked),
    toAsk: examined ? familiesToAsk(examined).length : 0,
    runs: await runViews(db, meeting, runs, adjustments),
    adjustments: await adjustmentViews(db, grid, facilities, candidates, adjustments),
    attendees,
    quorum: quorumOf(meeting.quorum, attendees),
    blockers:
      meeting.status === "frozen" && told
        ? blockersSeen(meeting, grid, { run, candidates, adjustments, attendees })
        : null,
    motives: grid.motives,
    deliberation: grid.method === "deliberation",
  };
}
