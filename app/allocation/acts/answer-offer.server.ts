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
import { samePlace } from "../rules/same-place.ts";
import { type OfferRow, findOffer, listOpenOffers, moveOffer } from "../store/offers.server.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

/** By the link of the letter, which needs no account; or by a guardian who is signed in. */
export type OfferKey = { token: string } | { offerId: string };

export type OfferAnswered =
  /** `again`: the same answer had been given before. */
  | { ok: true; status: OfferStatus; again: boolean; careRequestId: string }
  | { ok: false; error: `allocation:offer.error.${"late" | "answered" | "changed" | "heldTwice"}` };

const heldTwice = { ok: false, error: "allocation:offer.error.heldTwice" } as const;

async function findOwnOffer(tx: Database, visit: Visit, key: OfferKey): Promise<OfferRow> {
  const where = "token" in key ? { tokenHash: hashToken(key.token) } : { id: key.offerId };
  const offer = await findOffer(tx, where);
  const known = offer && ("token" in key || within(visit.scope, { householdId: offer.householdId }));
  if (!known) throw notFound();
  return offer;
}

/** Other places offered to the child for the same hours go back to the list: a child holds one of them. */
async function releaseSamePlaces(
  tx: Database,
  visit: Visit,
  accepted: OfferRow,
  meeting: CalendarDay,
): Promise<void> {
  const others = await listOpenOffers(tx, { childId: accepted.childId });
  for (const other of others.filter((each) => samePlace(each, accepted))) {
    await moveOffer(tx, other, { status: offerTransitions.withdraw.to, answeredAt: visit.now });
    await recordStep(tx, {
      careRequestId: other.careRequestId,
      transition: "takeBack",
      by: "family",
      accountId: visit.actor?.accountId ?? null,
      at: visit.now,
      nextStepBy: meeting,
      reasonCode: "other-place-accepted",
      details: { to: [other.facilityName, other.sectionName] } satisfies StepDetails,
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
  offer: OfferRow,
  answer: Answer,
  meeting: CalendarDay,
): Promise<void> {
  const { publicUrl } = env();
  const space = `${publicUrl}/famille/demandes/${offer.careRequestId}`;
  await queueForGuardians(tx, offer.careRequestId, `offer-${answer}:${offer.id}`, visit.now, (reader) => {
    if (answer === "accept") return writeAccepted(reader, offer, space);
    if (answer === "decline") return writeDeclined(reader, offer, meeting, space);
    return writeWithdrawn(reader, offer, `${publicUrl}/demandes/nouvelle`);
  });
}

/**
 * Takes a family's answer before the deadline. Accepting makes the contract; declining or withdrawing frees the
 * place. The same answer twice is the same answer.
 */
export async function answerOffer(
  visit: Visit,
  key: OfferKey,
  { answer, version }: { answer: Answer; version: number },
): Promise<OfferAnswered> {
  const { now, today } = visit;
  const answered = inTransaction(visit.db, async (tx): Promise<OfferAnswered> => {
    const offer = await findOwnOffer(tx, visit, key);
    const { careRequestId } = offer;
    const moves = answers[answer];
    const to = offerTransitions[moves.offer].to;
    const standing = standingOf(offer, now);
    if (offer.status === to) return { ok: true, status: to, again: true, careRequestId };
    if (!mayMoveOffer(moves.offer, standing, "family")) {
      return {
        ok: false,
        error: `allocation:offer.error.${standing === "late" || standing === "expired" ? "late" : "answered"}`,
      };
    }
    if (offer.version !== version) return { ok: false, error: "allocation:offer.error.changed" };
    const meeting = nextMeetingAfter(today, await readDelays(tx, today));
    // A place accepted after its first day is held from the day of the answer.
    const startOn = answer === "accept" ? await readFirstDay(tx, offer, visit) : offer.startOn;
    if (answer === "accept" && (await isHeldElsewhere(tx, { ...offer, startOn }))) return heldTwice;
    await moveOffer(tx, offer, { status: to, answeredAt: now, startOn });
    const step = await recordStep(tx, {
      careRequestId,
      transition: moves.request,
      by: "family",
      accountId: visit.actor?.accountId ?? null,
      at: now,
      nextStepBy: answer === "accept" ? startOn : answer === "decline" ? meeting : null,
      details: { to: [offer.facilityName, offer.sectionName] } satisfies StepDetails,
    });
    // An open offer and its request move together, always: one without the other is a fault of ours.
    if (!step.ok) throw new Error(`Offer ${offer.id} is open, but its request cannot ${moves.request}.`);
    if (answer === "accept") {
      const { facilityId, sectionId, childId, pattern, endOn, contractKind: kind, transferOf } = offer;
      const place = { facilityId, sectionId, childId, pattern, endOn, kind, transferOf };
      await recordContract(tx, { ...place, offerId: offer.id, careRequestId, startOn, at: now });
      await releaseSamePlaces(tx, visit, offer, meeting);
    }
    await tellFamily(tx, visit, { ...offer, startOn }, answer, meeting);
    return { ok: true, status: to, again: false, careRequestId };
  });
  // Nothing has changed: the family keeps what it had, and its offer.
  return answered.catch((error: unknown) => {
    if (isHeldTwice(error)) return heldTwice;
    throw error;
  });
}
