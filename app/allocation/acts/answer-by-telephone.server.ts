import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import { within } from "#app/access/rules/permissions.ts";
import { type SignedVisit, notFound } from "#app/access/visit.server.ts";
import type { Answer } from "../rules/offer.ts";
import { findLatestOffer, findOffer } from "../store/offers.server.ts";
import { type OfferAnswered, answerOffer } from "./answer-offer.server.ts";
import { type OfferView, readLatestOffer } from "./read-offer.server.ts";

/** The place that a family answers by telephone, for an agent who may write it down; the reading is logged. */
export async function readOfferToAnswer(visit: SignedVisit, careRequestId: string): Promise<OfferView> {
  const found = await findLatestOffer(visit.db, careRequestId);
  if (!found || !within(visit.scope, { organisationId: found.handlerId })) throw notFound();
  await logFileRead(visit, "careRequest", careRequestId);
  return (await readLatestOffer(visit, careRequestId))!;
}

/** Writes down, in the family's name and with the agent's own, what it says of the place offered. */
export async function answerByTelephone(
  visit: SignedVisit,
  careRequestId: string,
  { offerId, ...said }: { offerId: string; answer: Answer; version: number },
): Promise<OfferAnswered> {
  const offer = await findOffer(visit.db, { id: offerId });
  if (offer?.careRequestId !== careRequestId) throw notFound();
  return answerOffer(visit, { offerId, by: "desk" }, said);
}
