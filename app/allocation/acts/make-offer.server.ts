import { readChildContracts } from "#app/attendance/acts/read-child-contracts.server.ts";
import { notFound, type SignedVisit } from "#app/access/visit.server.ts";
import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { staysOverlap } from "#app/calendar/rules/held-overlap.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import { writeOfferSent } from "../messages/offer-letters.ts";
import { offerDeadline, offerDelays } from "../rules/offer.ts";
import type { OfferedHours } from "../rules/offer-form.ts";
import { withinOpening } from "../rules/opening-hours.ts";
import { type PlaceRefusal, lookForPlace } from "../rules/place.ts";
import { findOffer, insertOffer } from "../store/offers.server.ts";
import { findPlace } from "../store/places.server.ts";
import { findRequestToServe } from "../store/requests.server.ts";
import { readHeldPlaces } from "./read-held-places.server.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

export type OfferToMake = {
  careRequestId: string;
  /** The version of the request that the agent saw. */
  version: number;
  sectionId: string;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  hours: OfferedHours;
  /** An agreement of the child that ends when the family accepts. */
  transferOf?: string | null;
};

export type OfferMade =
  /** `writtenTo`: how many guardians get the message; when 0, somebody must call. */
  | { ok: true; offerId: string; answerBy: CalendarDay; writtenTo: number }
  | PlaceRefusal
  | { ok: false; error: "requests:error.changedMeanwhile" };

/**
 * Offers a family a place that really exists: everything is read again and counted inside the transaction that
 * holds the place, so that of several offers for the last place exactly one is made.
 */
export async function makeOffer(visit: SignedVisit, asked: OfferToMake): Promise<OfferMade> {
  const { now, today, scope, actor } = visit;
  return inTransaction(visit.db, async (tx): Promise<OfferMade> => {
    const request = await findRequestToServe(tx, asked.careRequestId);
    const place = await findPlace(tx, asked.sectionId);
    if (!request || !within(scope, { organisationId: request.handlerId })) throw notFound();
    if (
      !place ||
      !within(scope, { organisationId: place.facility.organisationId, facilityId: place.facility.id })
    )
      throw notFound();
    const changed = { ok: false, error: "requests:error.changedMeanwhile" } as const;
    if (request.version !== asked.version || !mayTransition("offer", request.status, "desk")) return changed;

    const pattern =
      asked.hours === "opening" ? withinOpening(request.pattern, place.openings) : request.pattern;
    const { startOn, endOn } = asked;
    const held = (await readHeldPlaces(tx, [place])).get(place.section.id)!;
    const found = lookForPlace({ ...request, pattern, startOn, endOn }, held, today);
    if (!found.ok) return found;
    const own = await readChildContracts(tx, request.child.id, startOn);
    const { transferOf = null } = asked;
    if (transferOf && !own.some(({ agreementId }) => agreementId === transferOf)) throw notFound();
    const kept = own.filter(({ agreementId }) => agreementId !== transferOf);
    if (kept.some((each) => staysOverlap(each, { pattern, startOn, endOn }))) {
      return { ok: false, error: "allocation:make.refusal.alreadyHeld" };
    }

    const delays = await readParameter(tx, "delays", today, offerDelays);
    const { day, answerBy } = offerDeadline(today, delays.offerAnswerDays, endOn);
    const token = newToken();
    const offerId = await insertOffer(tx, {
      careRequestId: request.id,
      facilityId: place.facility.id,
      sectionId: place.section.id,
      pattern,
      startOn,
      endOn,
      answerBy,
      createdAt: now,
      createdBy: actor.accountId,
      tokenHash: hashToken(token),
      transferOf,
    });
    const step = await recordStep(tx, {
      careRequestId: request.id,
      transition: "offer",
      by: "desk",
      accountId: actor.accountId,
      at: now,
      version: asked.version,
      nextStepBy: day,
      details: { to: [place.facility.name, place.section.name] } satisfies StepDetails,
    });
    // Read in this very transaction: nobody can have moved it since.
    if (!step.ok) throw new Error(`Request ${request.id} moved within a transaction.`);
    const offer = (await findOffer(tx, { id: offerId }))!;
    const link = `${env().publicUrl}/offre/${token}`;
    const writtenTo = await queueForGuardians(tx, request.id, `offer-sent:${offerId}`, now, (reader) =>
      writeOfferSent(reader, offer, link),
    );
    await logFileRead({ db: tx, now, actor }, "careRequest", request.id, "offer");
    return { ok: true, offerId, answerBy: day, writtenTo };
  });
}
