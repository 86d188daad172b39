import type { SignedVisit } from "#app/access/visit.server.ts";
import { recordOffer } from "#app/allocation/acts/record-offer.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { meetingDelays } from "../rules/meeting-delays.ts";
import { findNextFamily } from "./read-freed-places.server.ts";

export type NextOffered =
  | { ok: true; offerId: string; answerBy: CalendarDay; writtenTo: number }
  /** Taken meanwhile, or no longer wanted: look again. */
  | { ok: false; error: "commission:meeting.error.notFree" };

/**
 * Offers a freed place to the family that the coordinator has seen. The engine runs again inside the transaction: it
 * must still name that family, as it was seen.
 */
export async function offerNext(
  visit: SignedVisit,
  meetingId: string,
  seen: { offerId: string; candidateId: string; version: number },
): Promise<NextOffered> {
  return inTransaction(
    visit.db,
    async (tx): Promise<NextOffered> => {
      const { part, candidate } = await findNextFamily(tx, visit, meetingId, seen.offerId);
      if (!part || candidate?.id !== seen.candidateId || candidate.request.version !== seen.version)
        return { ok: false, error: "commission:meeting.error.notFree" };
      const delays = await readParameter(tx, "delays", visit.today, meetingDelays);
      return recordOffer(
        tx,
        visit,
        candidate.request,
        [
          {
            place: { facility: { id: part.facilityId }, section: { id: part.sectionId } },
            ...{ pattern: part.pattern, startOn: part.from, endOn: part.to, transferOf: part.transferOf },
          },
        ],
        { answerDays: delays.betweenMeetingsAnswerDays, meetingId, replacesId: seen.offerId },
      );
    },
    { timeout: 60_000 },
  );
}
