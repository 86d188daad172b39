import type { SignedVisit } from "#app/access/visit.server.ts";
import { recordOffer } from "#app/allocation/acts/record-offer.server.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { type Database, type Prisma, inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { queueMessage } from "#app/platform/mail/outbox.server.ts";
import { readGuardians } from "#app/requests/acts/read-guardians.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { writeNotServed } from "../messages/not-served.ts";
import { type Decision, answersOf } from "../rules/candidate-answer.ts";
import { figuresOf } from "../rules/meeting-figures.ts";
import type { CandidateAnswer, PublishBlocker } from "../rules/publication-view.ts";
import type { Candidate } from "../store/candidates.server.ts";
import { writeOutcome } from "../store/candidates.server.ts";
import { type MeetingRow, changeMeeting } from "../store/meetings.server.ts";
import { loadPublication, readNextMeeting } from "./load-publication.server.ts";
import { anyWorse, readPlacesBeyond } from "./read-places-beyond.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type MeetingPublished =
  | { ok: true; version: number; offers: number; refusals: number }
  | {
      ok: false;
      error: "commission:meeting.error.blocked" | typeof overHeld;
      blockers: PublishBlocker[];
    };

const overHeld = "commission:meeting.blocker.overHeld";

/** Thrown so that the transaction is undone. */
class OverHeld extends Error {}

/** Hundreds of letters in one transaction. */
const longest = 300_000;

async function offer(
  tx: Database,
  visit: SignedVisit,
  meeting: MeetingRow,
  candidate: Candidate,
  { part }: Decision & { part: NonNullable<Decision["part"]> },
): Promise<string> {
  const { offerId } = await recordOffer(
    tx,
    visit,
    candidate.request,
    [
      {
        place: { facility: { id: part.facilityId }, section: { id: part.sectionId } },
        ...{ pattern: part.pattern, startOn: part.from, endOn: part.to, transferOf: part.transferOf },
      },
    ],
    { transition: "award", answerDays: meeting.answerDays, meetingId: meeting.id },
  );
  return offerId;
}

async function refuse(
  tx: Database,
  { now, actor }: SignedVisit,
  candidate: Candidate,
  answer: CandidateAnswer,
  kept: boolean,
): Promise<void> {
  const { id: careRequestId, version } = candidate.request;
  const step = await recordStep(tx, {
    ...{ careRequestId, transition: "notServe", by: "desk", accountId: actor.accountId, at: now, version },
    nextStepBy: answer.nextMeeting,
  });
  if (!step.ok) throw new Error(`Request ${careRequestId} moved within a transaction.`);
  const { language, reference, childFirstName, guardians } = await readGuardians(tx, careRequestId);
  const space = `${env().publicUrl}/famille/demandes/${careRequestId}`;
  for (const { rank, firstName, email } of guardians)
    await queueMessage(tx, {
      id: `meeting-refused:${candidate.id}:${rank}`,
      ...{ recipient: email, language, now },
      ...writeNotServed(translator(language), language, {
        ...{ firstName, childFirstName, reference, kept, answer, space },
      }),
    });
}

/**
 * Publishes the chosen run in one transaction: an offer or a refusal to each request examined, its letters, and the
 * figures. Everything is read again; when the town is no longer the one that ran, nothing is done.
 */
export async function publishMeeting(
  visit: SignedVisit,
  seen: MeetingSeen,
): Promise<MeetingPublished | ChangedMeanwhile> {
  return inTransaction(
    visit.db,
    async (tx): Promise<MeetingPublished | ChangedMeanwhile> => {
      const meeting = await requireMeetingTo(tx, visit, "publish", seen);
      if (!meeting) return changedMeanwhile;
      const grid = await requireGrid(tx, meeting);
      const { blockers, town, candidates, adjustments, run, built, told } = await loadPublication(
        tx,
        meeting,
        grid,
      );
      if (blockers.length > 0 || !told || !run)
        return { ok: false, error: "commission:meeting.error.blocked", blockers };
      // Taken before anything is written: a second click finds it taken.
      if (!(await changeMeeting(tx, meeting, "publish"))) return changedMeanwhile;
      const { book, decisions } = told;
      const nextMeeting = await readNextMeeting(tx, meeting, visit.today);
      const answerOf = answersOf(town, grid, built, book, decisions, {
        ...{ runNumber: run.number, heldOn: meeting.heldOn, nextMeeting },
      });
      const given = decisions.flatMap(({ part }) => part ?? []);
      const before = await readPlacesBeyond(tx, town, given, false);
      const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
      for (const decision of decisions) {
        const candidate = byId.get(decision.candidate.id)!;
        const { part, outcome } = decision;
        const answer = answerOf(decision);
        const offerId = part ? await offer(tx, visit, meeting, candidate, { ...decision, part }) : null;
        if (!part) await refuse(tx, visit, candidate, answer, outcome === "kept");
        await writeOutcome(tx, candidate.id, {
          ...{ outcome, offerId },
          answer: answer as unknown as Prisma.InputJsonValue,
        });
      }
      if (anyWorse(before, await readPlacesBeyond(tx, town, given, true))) throw new OverHeld();
      const standing = adjustments.filter(({ removedAt }) => removedAt === null);
      await changeMeeting(tx, { id: meeting.id, version: meeting.version + 1 }, "publish", {
        status: "published",
        publishedAt: visit.now,
        publishedBy: visit.actor.accountId,
        figures: figuresOf(town, grid, book, decisions, standing),
      });
      const offers = given.length;
      return { ok: true, version: meeting.version + 2, offers, refusals: decisions.length - offers };
    },
    { timeout: longest },
  ).catch((error: unknown): MeetingPublished => {
    if (!(error instanceof OverHeld)) throw error;
    return { ok: false, error: overHeld, blockers: ["overHeld"] };
  });
}
