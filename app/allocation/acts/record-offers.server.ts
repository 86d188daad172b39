import { randomUUID } from "node:crypto";
import { logFileReads } from "#app/access/acts/log-file-read.server.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { translator } from "#app/i18n/resources.server.ts";
import type { Database, Prisma } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.server.ts";
import { type NewMessage, queueMessages } from "#app/platform/mail/outbox.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import type { ReachableFamily } from "#app/requests/acts/read-guardians.server.ts";
import { type StepOfMany, recordSteps } from "#app/requests/acts/record-steps.server.ts";
import type { StepDetails } from "#app/requests/rules/timeline.ts";
import { writeOfferSent } from "../messages/offer-letters.ts";
import { type OfferStatus, offerDeadline } from "../rules/offer.ts";
import { type OfferedPlace, namesOfParts } from "../rules/offered-place.ts";
import { insertOffers, listOfferedNames } from "../store/offered-names.server.ts";

/** One place for one request of a meeting. */
export type MeetingOffer = {
  request: { id: string; version: number };
  facilityId: string;
  sectionId: string;
  pattern: WeeklyPattern;
  startOn: CalendarDay;
  endOn: CalendarDay | null;
  transferOf: string | null;
};

/** Offers with their letters, ready to be written in one go. `ids`: by request. */
export type OffersReady = {
  rows: Prisma.OfferCreateManyInput[];
  steps: StepOfMany[];
  letters: NewMessage[];
  ids: Map<string, string>;
};

/** Everything that offers of a meeting say, before the transaction that writes them; nothing is written. */
export async function readyOffers(
  { db, now, today, actor }: SignedVisit,
  offers: readonly MeetingOffer[],
  { meetingId, answerDays }: { meetingId: string; answerDays: number },
  families: ReadonlyMap<string, ReachableFamily>,
): Promise<OffersReady> {
  const status: OfferStatus = "open";
  const names = await listOfferedNames(db, [...new Set(offers.map(({ sectionId }) => sectionId))]);
  const ready: OffersReady = { rows: [], steps: [], letters: [], ids: new Map() };
  for (const { request, ...held } of offers) {
    const { day, answerBy } = offerDeadline(today, answerDays, held.endOn);
    const [id, token] = [randomUUID(), newToken()];
    const family = families.get(request.id)!;
    const { reference, childFirstName, language } = family;
    const { startOn, endOn, pattern } = held;
    const place: OfferedPlace = {
      ...{ status, reference, childFirstName, pattern, startOn, endOn, answerBy },
      ...names.get(held.sectionId)!,
    };
    ready.ids.set(request.id, id);
    ready.rows.push({
      ...{ ...held, id, status, meetingId, answerBy, careRequestId: request.id, createdAt: now },
      ...{ createdBy: actor.accountId, tokenHash: hashToken(token), pattern: pattern as object },
    });
    const details = { to: namesOfParts([place]) } satisfies StepDetails;
    ready.steps.push({ careRequestId: request.id, version: request.version, nextStepBy: day, details });
    for (const { rank, firstName, email } of family.guardians) {
      const reader = { t: translator(language), language, firstName };
      const letter = writeOfferSent(reader, [place], `${env().publicUrl}/offre/${token}`);
      ready.letters.push({ id: `offer-sent:${id}:${rank}`, recipient: email, language, now, ...letter });
    }
  }
  return ready;
}

/** Writes the offers of a meeting in its transaction: `recordOffer` for hundreds of them. */
export async function recordOffers(
  tx: Database,
  { now, actor }: SignedVisit,
  { rows, steps, letters }: OffersReady,
): Promise<void> {
  await insertOffers(tx, rows);
  const step = { transition: "award", by: "desk", accountId: actor.accountId, at: now } as const;
  await recordSteps(tx, step, steps);
  await queueMessages(tx, letters);
  const ids = steps.map(({ careRequestId }) => careRequestId);
  await logFileReads({ db: tx, now, actor } as SignedVisit, "careRequest", ids, "offer");
}
