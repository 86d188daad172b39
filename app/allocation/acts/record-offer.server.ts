import { logFileRead } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { HeldPeriod } from "#app/calendar/rules/held-overlap.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import { writeOfferSent } from "../messages/offer-letters.ts";
import { offerDeadline, offerDelays } from "../rules/offer.ts";
import { namesOfParts } from "../rules/offered-place.ts";
import { bundleOffers, findOffer, insertOffer, listParts } from "../store/offers.server.ts";
import type { Place } from "../store/places.server.ts";
import type { RequestToServe } from "../store/requests.server.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

export type PartToOffer = HeldPeriod & {
  place: { facility: Pick<Place["facility"], "id">; section: Pick<Place["section"], "id"> };
  transferOf: string | null;
  contractKind?: "regular" | "occasional";
};

/** What a commission decides of an offer; all of it is left out by the desk. */
export type OfferTerms = {
  /** "award" for a request that a meeting examines. */
  transition?: "offer" | "award";
  /** Days to answer, when they are not those of the parameter "delays". */
  answerDays?: number;
  meetingId?: string;
  /** The freed offer that this one takes up. */
  replacesId?: string;
  /** The coded motive of whoever decided it by hand, kept in the history. */
  reasonCode?: string;
};

/** `writtenTo`: how many guardians get the message; when 0, somebody must call. */
export type OfferRecorded = { ok: true; offerId: string; answerBy: CalendarDay; writtenTo: number };

/**
 * Writes an offer of one place, or of several that go together, in the transaction that has counted them: one
 * deadline, one letter, one link, one step of the request.
 */
export async function recordOffer(
  tx: Database,
  { now, today, actor }: SignedVisit,
  request: Pick<RequestToServe, "id" | "version">,
  parts: [PartToOffer, ...PartToOffer[]],
  { transition = "offer", answerDays, meetingId, replacesId, reasonCode }: OfferTerms = {},
): Promise<OfferRecorded> {
  const days = answerDays ?? (await readParameter(tx, "delays", today, offerDelays)).offerAnswerDays;
  const ends = parts.flatMap(({ endOn }) => endOn ?? []).sort();
  const { day, answerBy } = offerDeadline(today, days, ends[0] ?? null);
  const token = newToken();
  const ids: string[] = [];
  for (const { place, ...held } of parts) {
    const id = await insertOffer(tx, {
      ...held,
      careRequestId: request.id,
      facilityId: place.facility.id,
      sectionId: place.section.id,
      answerBy,
      createdAt: now,
      createdBy: actor.accountId,
      ...{ meetingId, replacesId },
      // The link of the letter leads to the first; nobody is given one to the others.
      tokenHash: hashToken(ids.length === 0 ? token : newToken()),
    });
    ids.push(id);
  }
  if (ids.length > 1) await bundleOffers(tx, ids);
  const offers = await listParts(tx, (await findOffer(tx, { id: ids[0]! }))!);
  const step = await recordStep(tx, {
    careRequestId: request.id,
    transition,
    by: "desk",
    accountId: actor.accountId,
    at: now,
    version: request.version,
    nextStepBy: day,
    reasonCode,
    details: { to: namesOfParts(offers) } satisfies StepDetails,
  });
  // Read in this very transaction: nobody can have moved it since.
  if (!step.ok) throw new Error(`Request ${request.id} moved within a transaction.`);
  const link = `${env().publicUrl}/offre/${token}`;
  const writtenTo = await queueForGuardians(tx, request.id, `offer-sent:${ids[0]!}`, now, (reader) =>
    writeOfferSent(reader, offers, link),
  );
  await logFileRead({ db: tx, now, actor }, "careRequest", request.id, "offer");
  return { ok: true, offerId: ids[0]!, answerBy: day, writtenTo };
}
