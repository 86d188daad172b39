import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { type SectionPair, hoursOfParts } from "../rules/pair-form.ts";
import { checkPlace, requirePlace } from "./check-place.server.ts";
import { type OfferMade, type RequestSeen, requireRequestToServe } from "./make-offer.server.ts";
import { sharePair } from "./read-pairs.server.ts";
import { recordOffer } from "./record-offer.server.ts";

export type CombinedOfferToMake = RequestSeen & {
  sections: SectionPair;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  /** The hours of each part as the agent saw them. */
  parts: string;
};

/**
 * Offers two places that together cover the whole request, as one offer: both are counted and held in the same
 * transaction, or neither is.
 */
export async function makeCombinedOffer(visit: SignedVisit, asked: CombinedOfferToMake): Promise<OfferMade> {
  return inTransaction(visit.db, async (tx): Promise<OfferMade> => {
    const request = await requireRequestToServe(tx, visit, asked);
    const [one, other] = asked.sections;
    const places = [await requirePlace(tx, visit, one), await requirePlace(tx, visit, other)] as const;
    if (!request) return { ok: false, error: "requests:error.changedMeanwhile" };
    const { startOn, endOn } = asked;
    if (startOn < visit.today) return { ok: false, error: "allocation:make.refusal.past" };
    if (endOn !== null && endOn < startOn) return { ok: false, error: "allocation:make.refusal.order" };
    const shared = await sharePair(tx, request, [...places], { startOn, endOn });
    // Somebody has taken a part of it since: who takes which part must be looked at again.
    if (!shared || hoursOfParts(shared) !== asked.parts)
      return { ok: false, error: "allocation:make.refusal.pair" };
    const parts = shared.map(({ place, part }) => ({
      ...{ place, startOn, endOn },
      pattern: part,
      transferOf: null,
    }));
    for (const part of parts) {
      const found = await checkPlace(tx, visit, request, part.place, part);
      if (!found.ok) return found;
    }
    return recordOffer(tx, visit, request, [parts[0]!, parts[1]!]);
  });
}
