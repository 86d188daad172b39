import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { lastAnswerDay, standingOf } from "../rules/offer.ts";
import { listHouseholdOffers } from "../store/offers.server.ts";

export type OfferDates = {
  id: string;
  careRequestId: string;
  childFirstName: string;
  facilityName: string;
  startOn: CalendarDay;
  /** The last day to answer. */
  answerBy: CalendarDay;
};

/** The dates of the offers that a family may still answer; two places answered together are two lines. */
export async function readFamilyOffers({ db, now, scope }: SignedVisit): Promise<OfferDates[]> {
  const offers = await listHouseholdOffers(db, scope.householdIds);
  return offers
    .filter((offer) => standingOf(offer, now) === "open")
    .map(({ id, careRequestId, childFirstName, facilityName, startOn, answerBy }) => ({
      ...{ id, careRequestId, childFirstName, facilityName, startOn },
      answerBy: lastAnswerDay(answerBy),
    }));
}
