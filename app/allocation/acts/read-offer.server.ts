import { type Visit, notFound } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import { type OfferStanding, lastAnswerDay, standingOf } from "../rules/offer.ts";
import { type OfferedPart, type OfferedPlace, placesOfParts } from "../rules/offered-place.ts";
import { type OfferRow, findLatestOffer, findOffer, listParts } from "../store/offers.server.ts";

/** `facilityName`: those of all its parts, in a sentence. */
export type OfferView = Pick<OfferedPlace, "reference" | "childFirstName" | "facilityName" | "startOn"> & {
  id: string;
  version: number;
  standing: OfferStanding;
  /** The last day to answer. */
  answerBy: CalendarDay;
  nextMeeting: CalendarDay;
  careRequestId: string;
  /** One place, or two that are answered together. */
  parts: OfferedPart[];
};

async function viewOf({ db, now, today, language }: Visit, found: OfferRow): Promise<OfferView> {
  const rows = await listParts(db, found);
  const offer = rows[0]!;
  return {
    id: offer.id,
    version: offer.version,
    standing: standingOf(offer, now),
    careRequestId: offer.careRequestId,
    reference: offer.reference,
    childFirstName: offer.childFirstName,
    facilityName: placesOfParts(rows, language),
    startOn: offer.startOn,
    parts: rows.map(({ facilityName, facilityKind, facilityAddress, sectionName, ...part }) => ({
      ...{ facilityName, facilityKind, facilityAddress, sectionName },
      ...{ pattern: part.pattern, startOn: part.startOn, endOn: part.endOn },
    })),
    answerBy: lastAnswerDay(offer.answerBy),
    nextMeeting: nextMeetingAfter(today, await readDelays(db, today)),
  };
}

/** What the link of a letter shows: the offer, and nothing else of the family. */
export async function readOfferByLink(visit: Visit, token: string): Promise<OfferView> {
  const offer = await findOffer(visit.db, { tokenHash: hashToken(token) });
  if (!offer) throw notFound();
  return viewOf(visit, offer);
}

/** The latest offer of a request, whatever became of it; null when there was none. The caller has checked access. */
export async function readLatestOffer(visit: Visit, careRequestId: string): Promise<OfferView | null> {
  const offer = await findLatestOffer(visit.db, careRequestId);
  return offer && viewOf(visit, offer);
}
