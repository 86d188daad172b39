import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { type Visit, notFound } from "#app/access/visit.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { readChildContracts } from "#app/attendance/acts/read-child-contracts.server.ts";
import { readFirstDay } from "#app/attendance/acts/read-first-day.server.ts";
import { recordContract } from "#app/attendance/acts/record-contract.server.ts";
import { isHeldTwice } from "#app/attendance/rules/contract-refusal.ts";
import { staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { recordSatisfiedRequests } from "#app/requests/acts/record-satisfied-requests.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { writeAccepted, writeDeclined, writeWithdrawn } from "../messages/offer-letters.ts";
import {
  type Answer,
  type OfferStatus,
  answers,
  mayMoveOffer,
  offerTransitions,
  standingOf,
} from "../rules/offer.ts";
import { namesOfParts } from "../rules/offered-place.ts";
import { samePlace } from "../rules/same-place.ts";
import { type OfferRow, findOffer, listOpenOffers, listParts, moveOffer } from "../store/offers.server.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

/** By the link of the letter, which needs no account; by a guardian who is signed in; or told by telephone. */
export type OfferKey = { token: string } | { offerId: string } | { offerId: string; by: "desk" };
const makerOf = (key: OfferKey): "family" | "desk" => ("by" in key ? key.by : "family");

export type OfferAnswered =
  /** `again`: the same answer had been given before. */
  | { ok: true; status: OfferStatus; again: boolean; careRequestId: string }
  | { ok: false; error: `allocation:offer.error.${"late" | "answered" | "changed" | "heldTwice"}` };

const heldTwice = { ok: false, error: "allocation:offer.error.heldTwice" } as const;

type Parts = [OfferRow, ...OfferRow[]];

/** The offer with those that are answered with it, the first of them first. */
async function findOwnOffer(tx: Database, visit: Visit, key: OfferKey): Promise<Parts> {
  const where = "token" in key ? { tokenHash: hashToken(key.token) } : { id: key.offerId };
  const offer = await findOffer(tx, where);
  if (!offer) throw notFound();
  const { householdId, handlerId } = offer;
  const whose = makerOf(key) === "desk" ? { organisationId: handlerId } : { householdId };
  if (!("token" in key) && !within(visit.scope, whose)) throw notFound();
  return (await listParts(tx, offer)) as Parts;
}

/** Other places offered to the child for the same hours go back to the list: a child holds one of them. */
async function releaseSamePlaces(
  tx: Database,
  visit: Visit,
  accepted: Parts,
  meeting: CalendarDay,
): Promise<void> {
  const others = await listOpenOffers(tx, { childId: accepted[0].childId });
  const same = others.filter((other) => accepted.some((part) => samePlace(other, part)));
  const released = new Set(same.map(({ id, bundleId }) => bundleId ?? id));
  for (const whole of released) {
    // What goes together goes back together.
    const parts = others.filter(({ id, bundleId }) => (bundleId ?? id) === whole);
    for (const part of parts)
      await moveOffer(tx, part, { status: offerTransitions.withdraw.to, answeredAt: visit.now });
    await recordStep(tx, {
      careRequestId: parts[0]!.careRequestId,
      transition: "takeBack",
      by: "family",
      accountId: visit.actor?.accountId ?? null,
      at: visit.now,
      nextStepBy: meeting,
      reasonCode: "other-place-accepted",
      details: { to: namesOfParts(parts) } satisfies StepDetails,
    });
  }
}

/** Whether the child has some of the hours by a contract that does not end with this offer. */
async function isHeldElsewhere(tx: Database, offer: OfferRow): Promise<boolean> {
  const own = await readChildContracts(tx, offer.childId, offer.startOn);
  return own.some((each) => each.agreementId !== offer.transferOf && staysOverlap(each, offer));
}

async function tellFamily(
  tx: Database,
  visit: Visit,
  parts: Parts,
  answer: Answer,
  meeting: CalendarDay,
): Promise<void> {
  const { publicUrl } = env();
  const [{ id, careRequestId }] = parts;
  const told = parts.map((part) => ({ ...part, status: offerTransitions[answers[answer].offer].to }));
  const space = `${publicUrl}/famille/demandes/${careRequestId}`;
  await queueForGuardians(tx, careRequestId, `offer-${answer}:${id}`, visit.now, (reader) => {
    if (answer === "accept") return writeAccepted(reader, told, space);
    if (answer === "decline") return writeDeclined(reader, told, meeting, space);
    return writeWithdrawn(reader, told, `${publicUrl}/demandes/nouvelle`);
  });
}

/**
 * Takes a family's answer before the deadline. Accepting makes the contract; declining or withdrawing frees the
 * place. Places offered together are answered together. The same answer twice is the same answer.
 */
export async function answerOffer(
  visit: Visit,
  key: OfferKey,
  { answer, version }: { answer: Answer; version: number },
): Promise<OfferAnswered> {
  const { now, today } = visit;
  const answered = inTransaction(visit.db, async (tx): Promise<OfferAnswered> => {
    const parts = await findOwnOffer(tx, visit, key);
    const [offer] = parts;
    const { careRequestId } = offer;
    const moves = answers[answer];
    const to = offerTransitions[moves.offer].to;
    const standing = standingOf(offer, now);
    if (offer.status === to) return { ok: true, status: to, again: true, careRequestId };
    if (!mayMoveOffer(moves.offer, standing, makerOf(key))) {
      return {
        ok: false,
        error: `allocation:offer.error.${standing === "late" || standing === "expired" ? "late" : "answered"}`,
      };
    }
    if (offer.version !== version) return { ok: false, error: "allocation:offer.error.changed" };
    const meeting = nextMeetingAfter(today, await readDelays(tx, today));
    const moved: OfferRow[] = [];
    for (const part of parts) {
      // A place accepted after its first day is held from the day of the answer.
      const startOn = answer === "accept" ? await readFirstDay(tx, part, visit) : part.startOn;
      if (answer === "accept" && (await isHeldElsewhere(tx, { ...part, startOn }))) return heldTwice;
      moved.push({ ...part, startOn });
    }
    const [first, ...others] = moved as Parts;
    for (const part of moved)
      await moveOffer(tx, part, { status: to, answeredAt: now, startOn: part.startOn });
    const step = await recordStep(tx, {
      careRequestId,
      transition: moves.request,
      by: makerOf(key),
      accountId: visit.actor?.accountId ?? null,
      at: now,
      nextStepBy: answer === "accept" ? first.startOn : answer === "decline" ? meeting : null,
      details: { to: namesOfParts(moved) } satisfies StepDetails,
    });
    // An open offer and its request move together, always: one without the other is a fault of ours.
    if (!step.ok) throw new Error(`Offer ${offer.id} is open, but its request cannot ${moves.request}.`);
    if (answer === "accept") {
      for (const part of moved) {
        const { facilityId, sectionId, childId, pattern, startOn, endOn, contractKind: kind } = part;
        const place = { facilityId, sectionId, childId, pattern, startOn, endOn, kind };
        const { id: offerId, transferOf } = part;
        await recordContract(tx, { ...place, offerId, transferOf, careRequestId, at: now });
      }
      await releaseSamePlaces(tx, visit, [first, ...others], meeting);
      const accountId = visit.actor?.accountId ?? null;
      await recordSatisfiedRequests(tx, { careRequestId, places: moved, accountId, at: now });
    }
    await tellFamily(tx, visit, [first, ...others], answer, meeting);
    if (makerOf(key) === "desk" && visit.actor) {
      const agent = { ...visit, db: tx, actor: visit.actor };
      await logFileRead(agent, "careRequest", careRequestId, `answer-${answer}`);
    }
    return { ok: true, status: to, again: false, careRequestId };
  });
  // Nothing has changed: the family keeps what it had, and its offer.
  return answered.catch((error: unknown) => {
    if (isHeldTwice(error)) return heldTwice;
    throw error;
  });
}
