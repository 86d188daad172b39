import { inTransaction } from "#app/platform/database/client.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { env } from "#app/platform/env.server.ts";
import { readDelays } from "#app/requests/acts/read-delays.server.ts";
import { recordStep } from "#app/requests/acts/record-step.server.ts";
import { nextMeetingAfter } from "#app/requests/rules/delays.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import { writeExpired } from "../messages/offer-letters.ts";
import { namesOfParts } from "../rules/offered-place.ts";
import { mayMoveOffer, offerTransitions, standingOf } from "../rules/offer.ts";
import { findOffer, listDueOfferIds, listParts, moveOffer } from "../store/offers.server.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

async function expireOffer(tx: Database, id: string, now: Date): Promise<boolean> {
  const offer = await findOffer(tx, { id });
  // Answered, or expired by another process, since the list was read.
  if (!offer || !mayMoveOffer("expire", standingOf(offer, now), "clock")) return false;
  const today = dayOf(now);
  const meeting = nextMeetingAfter(today, await readDelays(tx, today));
  const parts = await listParts(tx, offer);
  for (const part of parts)
    await moveOffer(tx, part, { status: offerTransitions.expire.to, answeredAt: null });
  const step = await recordStep(tx, {
    careRequestId: offer.careRequestId,
    transition: "expire",
    by: "clock",
    accountId: null,
    at: now,
    nextStepBy: meeting,
    details: { to: namesOfParts(parts) } satisfies StepDetails,
  });
  // The place is freed in any case; there is nothing to say about a request that has left the list.
  if (!step.ok) return true;
  const space = `${env().publicUrl}/famille/demandes/${offer.careRequestId}`;
  await queueForGuardians(tx, offer.careRequestId, `offer-expired:${parts[0]!.id}`, now, (reader) =>
    writeExpired(reader, parts, meeting, space),
  );
  return true;
}

/** Closes the offers left without an answer, each in a transaction of its own. Bears being run twice. */
export async function expireOffers({ db, now }: { db: Database; now: Date }): Promise<{ expired: number }> {
  let expired = 0;
  for (const id of await listDueOfferIds(db, now)) {
    if (await inTransaction(db, (tx) => expireOffer(tx, id, now))) expired++;
  }
  return { expired };
}
