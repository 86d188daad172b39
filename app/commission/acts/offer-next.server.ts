import type { SignedVisit } from "#app/access/visit.server.ts";
import { recordOffer } from "#app/allocation/acts/record-offer.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type Database, inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { meetingDelays } from "../rules/meeting-delays.ts";
import type { PlannedPart } from "../rules/meeting-options.ts";
import { findNextFamily } from "./read-freed-places.server.ts";
import { findUrgentPlace } from "./read-urgent-place.server.ts";

export type NextOffered =
  | { ok: true; offerId: string; answerBy: CalendarDay; writtenTo: number }
  /** Taken meanwhile, or no longer wanted: look again. */
  | { ok: false; error: "commission:meeting.error.notFree" | "commission:meeting.error.motive" };

const notFree = { ok: false, error: "commission:meeting.error.notFree" } as const;

async function offerPart(
  tx: Database,
  visit: SignedVisit,
  request: { id: string; version: number },
  part: PlannedPart,
  takes: { meetingId?: string; replacesId?: string; reasonCode?: string },
): Promise<NextOffered> {
  const delays = await readParameter(tx, "delays", visit.today, meetingDelays);
  const place = { facility: { id: part.facilityId }, section: { id: part.sectionId } };
  const hours = { pattern: part.pattern, startOn: part.from, endOn: part.to, transferOf: part.transferOf };
  return recordOffer(tx, visit, request, [{ place, ...hours }], {
    answerDays: delays.betweenMeetingsAnswerDays,
    ...takes,
  });
}

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
        return notFree;
      return offerPart(tx, visit, candidate.request, part, { meetingId, replacesId: seen.offerId });
    },
    { timeout: 60_000 },
  );
}

/**
 * Offers a place between two meetings to a request that cannot wait, when the engine still gives the one seen: with a
 * motive of the grid in force, and the name of the agent in the history.
 */
export async function offerUrgent(
  visit: SignedVisit,
  seen: { careRequestId: string; version: number; sectionId: string; motive: string },
): Promise<NextOffered> {
  return inTransaction(
    visit.db,
    async (tx): Promise<NextOffered> => {
      const { part, request, view } = await findUrgentPlace(tx, visit, seen.careRequestId);
      if (part?.sectionId !== seen.sectionId || request.version !== seen.version) return notFree;
      if (!view.motives.some(({ code }) => code === seen.motive))
        return { ok: false, error: "commission:meeting.error.motive" };
      return offerPart(tx, visit, request, part, { reasonCode: seen.motive });
    },
    { timeout: 60_000 },
  );
}
