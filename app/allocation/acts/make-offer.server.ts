import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { mayTransition } from "#app/requests/rules/lifecycle.ts";
import { givenHours } from "../rules/given-hours.ts";
import type { OfferedHours } from "../rules/offer-form.ts";
import type { PlaceRefusal } from "../rules/place.ts";
import { type RequestToServe, findRequestToServe } from "../store/requests.server.ts";
import { checkPlace, requirePlace } from "./check-place.server.ts";
import { type OfferRecorded, recordOffer } from "./record-offer.server.ts";

/** The request, and its version as the agent saw it. */
export type RequestSeen = { careRequestId: string; version: number };

export type OfferToMake = RequestSeen & {
  sectionId: string;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  hours: OfferedHours;
  /** An agreement of the child that ends when the family accepts. */
  transferOf?: string | null;
};

export type OfferMade =
  OfferRecorded | PlaceRefusal | { ok: false; error: "requests:error.changedMeanwhile" };

/** Null when the request has moved since, or waits for no place. */
export async function requireRequestToServe(
  tx: Database,
  { scope }: SignedVisit,
  { careRequestId, version }: RequestSeen,
): Promise<RequestToServe | null> {
  const request = await findRequestToServe(tx, careRequestId);
  if (!request || !within(scope, { organisationId: request.handlerId })) throw notFound();
  return request.version === version && mayTransition("offer", request.status, "desk") ? request : null;
}

/**
 * Offers a family a place that really exists: everything is read again and counted inside the transaction that
 * holds the place, so that of several offers for the last place exactly one is made.
 */
export async function makeOffer(visit: SignedVisit, asked: OfferToMake): Promise<OfferMade> {
  return inTransaction(visit.db, async (tx): Promise<OfferMade> => {
    const request = await requireRequestToServe(tx, visit, asked);
    const place = await requirePlace(tx, visit, asked.sectionId);
    if (!request) return { ok: false, error: "requests:error.changedMeanwhile" };
    const pattern = givenHours(asked.hours, request.pattern, place.openings);
    const contractKind = asked.hours === "occasional" ? ("occasional" as const) : ("regular" as const);
    const { startOn, endOn, transferOf = null } = asked;
    const part = { pattern, startOn, endOn, transferOf, contractKind };
    const found = await checkPlace(tx, visit, request, place, part);
    return found.ok ? recordOffer(tx, visit, request, [{ ...part, place }]) : found;
  });
}
