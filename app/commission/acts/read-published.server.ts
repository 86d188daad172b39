import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import type { AllocationNameTable } from "../rules/meeting-view.ts";
import type { CandidateAnswer, DryRunView } from "../rules/publication-view.ts";
import { type Candidate, listCandidates } from "../store/candidates.server.ts";
import { listOffersMade } from "../store/offers-made.server.ts";
import { requireMeeting, headOf, requireGrid } from "./require-meeting.server.ts";

const answerOf = ({ answer }: Candidate): CandidateAnswer => answer as CandidateAnswer;

/** The names of all the answers together. */
function namesOf(candidates: readonly Candidate[]): AllocationNameTable {
  const names: AllocationNameTable = { facilities: {}, sections: {}, periods: {}, reserves: {}, classes: {} };
  for (const candidate of candidates) {
    const own = answerOf(candidate).names;
    for (const part of Object.keys(names) as (keyof AllocationNameTable)[])
      Object.assign(names[part], own[part]);
  }
  return names;
}

/** What a meeting published, from what it fixed that day: nothing of it is worked out again. */
export async function readPublished(visit: SignedVisit, meetingId: string): Promise<DryRunView> {
  const { db } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const answered = (await listCandidates(db, meeting.id)).filter(({ outcome }) => outcome !== null);
  const made = await listOffersMade(db, meeting.id);
  const named = ({ id, number }: Candidate) => ({ id, number });
  const first = made.values().next().value;
  return {
    meeting: headOf(meeting, await requireGrid(db, meeting)),
    run: null,
    blockers: [],
    answerBy: first ? dayOf(first.answerBy) : meeting.heldOn,
    nextMeeting: answered[0] ? answerOf(answered[0]).nextMeeting : meeting.heldOn,
    offers: answered.flatMap((candidate) => {
      const { offer } = answerOf(candidate);
      const row = candidate.offerId === null ? undefined : made.get(candidate.offerId);
      if (!offer || !row) return [];
      return [
        {
          candidate: named(candidate),
          ...{ facility: row.facility, section: row.section, pattern: row.pattern },
          ...{ startOn: row.startOn as CalendarDay, endOn: row.endOn as CalendarDay | null },
          ...{ partial: offer.partial, transfer: row.transferOf !== null },
        },
      ];
    }),
    refusals: answered.flatMap((candidate) => {
      const { outcome } = candidate;
      if (outcome !== "refused" && outcome !== "kept") return [];
      const { ranks, explanation } = answerOf(candidate);
      return [{ candidate: named(candidate), outcome, ranks, explanation }];
    }),
    letters: answered.length,
    withoutAddress: [],
    names: namesOf(answered),
  };
}
