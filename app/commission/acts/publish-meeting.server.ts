import type { SignedVisit } from "#app/access/visit.server.ts";
import { recordOffers } from "#app/allocation/acts/record-offers.server.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { queueMessages } from "#app/platform/mail/outbox.server.ts";
import { recordRemark } from "#app/requests/acts/record-remark.server.ts";
import { recordSteps } from "#app/requests/acts/record-steps.server.ts";
import type { MeetingTown } from "../rules/meeting-town.ts";
import type { PublishBlocker } from "../rules/publication-view.ts";
import { writeOutcome } from "../store/candidates.server.ts";
import { changeMeeting } from "../store/meetings.server.ts";
import { loadPublication } from "./load-publication.server.ts";
import { loadTown } from "./load-town.server.ts";
import { anyWorse, readPlacesBeyond } from "./read-places-beyond.server.ts";
import { type PublicationReady, readyPublication } from "./ready-publication.server.ts";
import {
  type ChangedMeanwhile,
  type MeetingSeen,
  changedMeanwhile,
  requireGrid,
  requireMeetingTo,
} from "./require-meeting.server.ts";

export type MeetingPublished =
  | { ok: true; version: number; offers: number; refusals: number; notExamined: number }
  | {
      ok: false;
      error: "commission:meeting.error.blocked" | typeof overHeld;
      blockers: PublishBlocker[];
    };

const overHeld = "commission:meeting.blocker.overHeld";
const blocked = "commission:meeting.error.blocked";

/** Thrown so that the transaction is undone. */
class OverHeld extends Error {}

/** Hundreds of letters in one transaction. */
const longest = 300_000;

async function write(
  tx: Database,
  visit: SignedVisit,
  town: MeetingTown,
  { given, before, offers, refusals, notExamined, letters, outcomes }: PublicationReady,
): Promise<void> {
  const { now: at, actor } = visit;
  const by = { by: "desk", accountId: actor.accountId, at } as const;
  await recordOffers(tx, visit, offers);
  if (anyWorse(before, await readPlacesBeyond(tx, town, given, true))) throw new OverHeld();
  await recordSteps(tx, { ...by, transition: "notServe" }, refusals);
  for (const { careRequestId, nextStepBy } of notExamined)
    await recordRemark(tx, { ...by, careRequestId, kind: "notExamined", nextStepBy: nextStepBy! });
  await queueMessages(tx, letters);
  for (const { id, ...outcome } of outcomes) await writeOutcome(tx, id, outcome);
}

/**
 * Publishes the chosen run: an offer or a refusal to each request examined, its letters, and the figures. All of it is
 * worked out first; then one transaction reads the town again, and writes everything, or nothing when it has changed.
 */
export async function publishMeeting(
  visit: SignedVisit,
  seen: MeetingSeen,
): Promise<MeetingPublished | ChangedMeanwhile> {
  const { db, now, actor } = visit;
  const meeting = await requireMeetingTo(db, visit, "publish", seen);
  if (!meeting) return changedMeanwhile;
  const grid = await requireGrid(db, meeting);
  const publication = await loadPublication(db, meeting, grid, visit.today);
  const { blockers, town, candidates, told, run } = publication;
  if (blockers.length > 0 || !told || !run) return { ok: false, error: blocked, blockers };
  const ready = await readyPublication(visit, meeting, grid, { ...publication, told, run });
  const print = JSON.stringify({ town, candidates });
  const publish = async (tx: Database): Promise<MeetingPublished | ChangedMeanwhile> => {
    if (!(await requireMeetingTo(tx, visit, "publish", seen))) return changedMeanwhile;
    if (JSON.stringify(await loadTown(tx, meeting, grid, visit.today)) !== print)
      return { ok: false, error: blocked, blockers: ["staleTown"] };
    // Taken before anything is written: a second click finds it taken.
    if (!(await changeMeeting(tx, meeting, "publish"))) return changedMeanwhile;
    await write(tx, visit, town, ready);
    await changeMeeting(tx, { id: meeting.id, version: meeting.version + 1 }, "publish", {
      status: "published",
      publishedAt: now,
      publishedBy: actor.accountId,
      figures: ready.figures,
    });
    const [offers, refusals] = [ready.given.length, ready.refusals.length];
    const notExamined = ready.notExamined.length;
    return { ok: true, version: meeting.version + 2, offers, refusals, notExamined };
  };
  try {
    return await inTransaction(db, publish, { timeout: longest });
  } catch (error) {
    if (!(error instanceof OverHeld)) throw error;
    return { ok: false, error: overHeld, blockers: ["overHeld"] };
  }
}
