import { inTransaction } from "#app/platform/database/client.server.ts";
import type { Database } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { writeReminder } from "../messages/offer-letters.ts";
import { type ReminderKind, reminderDue } from "../rules/reminders.ts";
import { hasLetter, findOfferLink } from "../store/letters.server.ts";
import { type OfferRow, findOffer, listOffersToAnswer, listParts } from "../store/offers.server.ts";
import { standingOf } from "../rules/offer.ts";
import { queueForGuardians } from "./queue-for-guardians.server.ts";

async function remind(tx: Database, { id }: OfferRow, kind: ReminderKind, now: Date): Promise<boolean> {
  const offer = await findOffer(tx, { id });
  const reason = `offer-reminder-${kind}:${id}`;
  if (!offer || standingOf(offer, now) !== "open" || (await hasLetter(tx, reason))) return false;
  const parts = await listParts(tx, offer);
  const link = (await findOfferLink(tx, id)) ?? `${env().publicUrl}/famille/demandes/${offer.careRequestId}`;
  const written = await queueForGuardians(tx, offer.careRequestId, reason, now, (reader) =>
    writeReminder(reader, parts, kind, link),
  );
  return written > 0;
}

/** Reminds families of an offer they have not answered: half-way, and the day before. Bears being run twice. */
export async function remindOffers({ db, now }: { db: Database; now: Date }): Promise<{ reminded: number }> {
  let reminded = 0;
  for (const offer of await listOffersToAnswer(db, now)) {
    // Those that go together are reminded of once, by the letter that brought them.
    const first = offer.bundleId === null || offer.bundleId === offer.id;
    const kind = first ? reminderDue(offer, now) : null;
    if (kind && (await inTransaction(db, (tx) => remind(tx, offer, kind, now)))) reminded++;
  }
  return { reminded };
}
