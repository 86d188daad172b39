import type { SignedVisit } from "#app/access/visit.server.ts";
import { type OffersReady, readyOffers } from "#app/allocation/acts/record-offers.server.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Prisma } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import type { NewMessage } from "#app/platform/mail/outbox.server.ts";
import { type ReachableFamily, readGuardiansOf } from "#app/requests/acts/read-guardians.server.ts";
import type { StepOfMany } from "#app/requests/acts/record-steps.server.ts";
import { writeNotExamined } from "../messages/not-examined.ts";
import { writeNotServed } from "../messages/not-served.ts";
import { answersOf, notExaminedAnswer } from "../rules/candidate-answer.ts";
import type { Grid } from "../rules/grid.ts";
import { figuresOf } from "../rules/meeting-figures.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import type { Outcome } from "../rules/meeting.ts";
import type { Beyond } from "../rules/places-beyond.ts";
import type { MeetingFigures } from "../rules/publication-view.ts";
import type { MeetingRow } from "../store/meetings.server.ts";
import { type Publication, pause, readNextMeeting, toldAside } from "./load-publication.server.ts";
import { readPlacesBeyond } from "./read-places-beyond.server.ts";

/** Everything that publishing writes, worked out beforehand. */
export type PublicationReady = {
  given: PlannedPart[];
  /** How far the facilities were beyond their limits before. */
  before: Map<string, Beyond>;
  offers: OffersReady;
  refusals: StepOfMany[];
  notExamined: StepOfMany[];
  letters: NewMessage[];
  outcomes: { id: string; outcome: Outcome | null; offerId: string | null; answer: Prisma.InputJsonValue }[];
  figures: MeetingFigures;
};

type Told = Publication & { told: NonNullable<Publication["told"]>; run: NonNullable<Publication["run"]> };

/** Works out the publication of a meeting that nothing stands in the way of; nothing is written. */
export async function readyPublication(
  visit: SignedVisit,
  meeting: MeetingRow,
  grid: Grid,
  { town, candidates, adjustments, run, built, told: { book, decisions } }: Told,
): Promise<PublicationReady> {
  const { db, now, today } = visit;
  const { heldOn, answerDays, id: meetingId } = meeting;
  const nextMeeting = await readNextMeeting(db, meeting, today);
  const standing = adjustments.filter(({ removedAt }) => removedAt === null);
  const said = { runNumber: run.number, heldOn, nextMeeting };
  const answerOf = answersOf(town, grid, built, book, decisions, standing, said);
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const aside = candidates.filter(toldAside);
  const told = [...decisions.map(({ candidate }) => byId.get(candidate.id)!), ...aside];
  const families = await readGuardiansOf(
    db,
    told.map(({ careRequestId }) => careRequestId),
  );
  const given = decisions.flatMap(({ part }) => part ?? []);
  const offers = await readyOffers(
    visit,
    given.map(({ candidate, facilityId, sectionId, pattern, from, to, transferOf }) => ({
      request: byId.get(candidate.id)!.request,
      ...{ facilityId, sectionId, pattern, startOn: from, endOn: to, transferOf },
    })),
    { meetingId, answerDays },
    families,
  );
  const ready: PublicationReady = {
    ...{ given, offers, refusals: [], notExamined: [], letters: [], outcomes: [] },
    before: await readPlacesBeyond(db, town, given, false, pause),
    figures: figuresOf(town, grid, book, decisions, standing),
  };
  const toEach = (
    { reference, childFirstName, language, guardians }: ReachableFamily,
    { reason, careRequestId }: { reason: string; careRequestId: string },
    write: (family: {
      firstName: string;
      childFirstName: string;
      reference: string;
      space: string;
      t: ReturnType<typeof translator>;
      language: ReachableFamily["language"];
    }) => { subject: string; text: string },
  ): void => {
    const space = `${env().publicUrl}/famille/demandes/${careRequestId}`;
    const t = translator(language);
    for (const { rank, firstName, email } of guardians)
      ready.letters.push({
        ...{ id: `${reason}:${rank}`, recipient: email, language, now },
        ...write({ firstName, childFirstName, reference, space, t, language }),
      });
  };
  for (const [at, decision] of decisions.entries()) {
    if (at % 20 === 0) await pause();
    const { id, careRequestId, request } = byId.get(decision.candidate.id)!;
    const { outcome } = decision;
    const answer = answerOf(decision);
    const offerId = offers.ids.get(careRequestId) ?? null;
    ready.outcomes.push({ id, outcome, offerId, answer: answer as unknown as Prisma.InputJsonValue });
    if (offerId !== null) continue;
    ready.refusals.push({ careRequestId, version: request.version, nextStepBy: nextMeeting });
    const kept = outcome === "kept";
    toEach(
      families.get(careRequestId)!,
      { reason: `meeting-refused:${id}`, careRequestId },
      ({ t, language, ...family }) => writeNotServed(t, language, { ...family, kept, answer }),
    );
  }
  for (const { id, careRequestId, request, state, stateReason } of aside) {
    const answer = notExaminedAnswer({ state, stateReason }, grid, { heldOn, nextMeeting });
    ready.outcomes.push({ id, outcome: null, offerId: null, answer: answer as Prisma.InputJsonValue });
    ready.notExamined.push({ careRequestId, version: request.version, nextStepBy: nextMeeting });
    toEach(
      families.get(careRequestId)!,
      { reason: `meeting-not-examined:${id}`, careRequestId },
      ({ t, language, ...family }) => writeNotExamined(t, language, { ...family, answer }),
    );
  }
  return ready;
}
