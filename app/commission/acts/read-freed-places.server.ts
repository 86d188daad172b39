import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import { townCandidate } from "../rules/examination.ts";
import { meetingDelays } from "../rules/meeting-delays.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import type { FreedPlacesView, NextFamilyView } from "../rules/publication-view.ts";
import { type Candidate, listCandidates } from "../store/candidates.server.ts";
import { type FreedOffer, listFreedOffers, listReplacements } from "../store/freed.server.ts";
import type { MeetingRow } from "../store/meetings.server.ts";
import { type Proposed, proposePlace } from "./propose-place.server.ts";
import { headOf, requireGrid, requireMeeting } from "./require-meeting.server.ts";

type Line = FreedPlacesView["freed"][number];

async function freedLines(
  db: Database,
  freed: readonly FreedOffer[],
  candidates: readonly Candidate[],
): Promise<Line[]> {
  const numbers = new Map(candidates.map(({ careRequestId, number }) => [careRequestId, number]));
  const replaced = await listReplacements(
    db,
    freed.map(({ id }) => id),
  );
  return freed.map(({ id, careRequestId, status, answeredAt: _answeredAt, ...place }) => {
    const by = replaced.get(id);
    return {
      offerId: id,
      number: numbers.get(careRequestId) ?? null,
      ...place,
      reason: status,
      replacedBy: by
        ? { offerId: by.id, number: numbers.get(by.careRequestId) ?? null, status: by.status }
        : null,
    };
  });
}

/** Places that families did not take after a meeting, and who has been offered them since. */
export async function readFreedPlaces(visit: SignedVisit, meetingId: string): Promise<FreedPlacesView> {
  const { db } = visit;
  const meeting = await requireMeeting(db, visit, meetingId);
  const freed = await listFreedOffers(db, meeting.id);
  return {
    meeting: headOf(meeting, await requireGrid(db, meeting)),
    // A place whose next family did not take it either is shown once, by that last offer.
    freed: (await freedLines(db, freed, await listCandidates(db, meeting.id))).filter(
      (line) => line.replacedBy === null || isTakenUp(line),
    ),
  };
}

/** A place taken up again is no longer free. */
export const isTakenUp = ({ replacedBy }: Pick<Line, "replacedBy">): boolean =>
  replacedBy !== null && (replacedBy.status === "open" || replacedBy.status === "accepted");

/** Those whom the meeting examined and who still wait, without what they have already said no to. */
async function propose(
  db: Database,
  visit: Pick<SignedVisit, "today">,
  meeting: MeetingRow,
  offer: FreedOffer,
  candidates: readonly Candidate[],
): Promise<Proposed> {
  const grid = await requireGrid(db, meeting);
  const startFrom = meeting.startFrom > visit.today ? meeting.startFrom : visit.today;
  const waiting = candidates.filter(
    ({ state, request, engineId, number }) =>
      state === "included" &&
      mayTransition("offer", request.status, "desk") &&
      // One place cannot serve those who come together or not at all: they wait for the next meeting.
      (engineId === number || request.siblingRule !== "together"),
  );
  const declined = (await listFreedOffers(db, meeting.id)).flatMap(({ careRequestId, facility }) => {
    const candidate = waiting.find((each) => each.careRequestId === careRequestId);
    return candidate ? [{ candidateId: candidate.id, kind: "forbid" as const, facilityId: facility.id }] : [];
  });
  return proposePlace(
    db,
    grid,
    {
      sectionIds: [offer.section.id],
      ...{ startFrom, startTo: meeting.startTo > startFrom ? meeting.startTo : startFrom },
      heldOn: meeting.heldOn,
    },
    // The other brothers and sisters are looked at one by one.
    waiting.map(({ points, request, sheet, ...candidate }) =>
      townCandidate(
        { ...candidate, engineId: candidate.number, request: { ...request, sheet, outdated: false } },
        points,
      ),
    ),
    declined,
  );
}

export type NextFamily = { view: NextFamilyView; part: PlannedPart | null; candidate: Candidate | null };

/** Whom the engine would serve with a freed place; the coordinator confirms. */
export async function findNextFamily(
  db: Database,
  visit: SignedVisit,
  meetingId: string,
  offerId: string,
): Promise<NextFamily> {
  const meeting = await requireMeeting(db, visit, meetingId);
  const offer = (await listFreedOffers(db, meeting.id)).find(({ id }) => id === offerId);
  if (!offer) throw notFound();
  const candidates = await listCandidates(db, meeting.id);
  const [line] = await freedLines(db, [offer], candidates);
  const { served } = isTakenUp(line!) ? { served: [] } : await propose(db, visit, meeting, offer, candidates);
  const [part = null, ...others] = served;
  const candidate = part ? (candidates.find(({ id }) => id === part.candidate.id) ?? null) : null;
  const delays = await readParameter(db, "delays", visit.today, meetingDelays);
  const view: NextFamilyView = {
    meeting: headOf(meeting, await requireGrid(db, meeting)),
    freed: line!,
    answerBy: addDays(visit.today, delays.betweenMeetingsAnswerDays),
    next:
      part && candidate
        ? {
            candidate: {
              id: candidate.id,
              number: candidate.number,
              careRequestId: candidate.careRequestId,
              version: candidate.request.version,
            },
            points: candidate.points,
            facility: offer.facility,
            section: offer.section,
            ...{ pattern: part.pattern, startOn: part.from, endOn: part.to, partial: part.partial },
          }
        : null,
    after: others.map((each) => ({ number: each.candidate.number, facility: offer.facility.name })),
  };
  return { view, part, candidate };
}

export async function readNextFamily(
  visit: SignedVisit,
  meetingId: string,
  offerId: string,
): Promise<NextFamilyView> {
  return (await findNextFamily(visit.db, visit, meetingId, offerId)).view;
}
