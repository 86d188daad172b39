import { logFileReads } from "#app/access/acts/log-file-read.server.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { CandidateAnswer, MeetingFigures, MinutesView } from "../rules/publication-view.ts";
import { listCandidates } from "../store/candidates.server.ts";
import { findMeeting } from "../store/meetings.server.ts";
import { listSectionsOf } from "../store/town.server.ts";
import { readMeeting } from "./read-meeting.server.ts";

/** What was decided, by whom and on whom; `named` for the internal version, which never leaves the town. */
export async function readMinutes(
  visit: SignedVisit,
  meetingId: string,
  { named }: { named: boolean },
): Promise<MinutesView> {
  const { db } = visit;
  const view = await readMeeting(visit, meetingId);
  const run = view.runs.find(({ chosen }) => chosen);
  if (view.meeting.status !== "published" || !run) throw notFound();
  const candidates = await listCandidates(db, meetingId);
  if (named)
    await logFileReads(
      visit,
      "careRequest",
      candidates.map(({ careRequestId }) => careRequestId),
      "commission",
    );
  const row = await findMeeting(db, meetingId);
  const sections = await listSectionsOf(db, view.meeting.careKind);
  const sectionOf = new Map(sections.map((section) => [section.id, section]));
  const standing = view.adjustments.filter(({ removedAt }) => removedAt === null);
  const who = ({ request }: (typeof candidates)[number]) => ({
    name: named ? request.childName : null,
    reference: named ? request.reference : null,
  });
  return {
    meeting: view.meeting,
    attendees: named ? view.attendees : [],
    quorum: view.quorum,
    run,
    decisions: candidates
      .filter(({ outcome }) => outcome !== null)
      .map((candidate) => {
        const { offer } = candidate.answer as CandidateAnswer;
        const section = offer && sectionOf.get(offer.sectionId);
        return {
          number: candidate.number,
          ...who(candidate),
          points: candidate.points,
          outcome: candidate.outcome!,
          facility: section?.facility.name ?? null,
          section: section?.name ?? null,
          adjustments: standing.filter((each) => each.candidate.id === candidate.id),
        };
      }),
    notExamined: candidates
      .filter(({ state }) => state !== "included")
      .map((candidate) => ({
        number: candidate.number,
        ...who(candidate),
        state: candidate.state,
        stateReason: candidate.stateReason,
      })),
    adjustments: view.adjustments,
    figures: (row?.figures ?? null) as MeetingFigures | null,
  };
}
