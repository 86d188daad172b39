import type { Visit } from "#app/access/visit.server.ts";
import { readHousehold } from "#app/families/acts/read-household.server.ts";
import { inTransaction } from "#app/platform/database/client.server.ts";
import { readParameter } from "#app/platform/parameters.server.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { draftCookie } from "#app/platform/web/cookies.server.ts";
import { z } from "#app/zod.ts";
import { type AskDraft, newAskDraft } from "../rules/ask-form.ts";
import { streetWanted, unknownZone } from "../rules/ask-form-address.ts";
import { deleteDraft, insertDraft } from "../store/drafts.server.ts";
import type { OpenDraft } from "./read-draft.server.ts";

const draftDelay = z.object({ draftKeptDays: z.number().int().positive() });

/** Until when a draft begun now is kept. */
async function draftKeptUntil({ db, now, today }: Visit): Promise<Date> {
  const { draftKeptDays } = await readParameter(db, "delays", today, draftDelay);
  return new Date(now.getTime() + draftKeptDays * 24 * 3600_000);
}

/** A guardian who is signed in does not type again what the guichet knows. */
async function firstDraft(visit: Visit): Promise<AskDraft> {
  const household = await readHousehold(visit);
  const empty = newAskDraft();
  if (!household) return empty;
  const { id, street, streetNumber, postcode, city, zoneCode, guardians } = household;
  return {
    ...empty,
    householdId: id,
    guardians: guardians.length > 0 ? [] : empty.guardians,
    address: {
      street: street ?? "",
      streetNumber: streetNumber ?? "",
      postcode: postcode ?? "",
      city: city ?? "",
      zoneCode: zoneCode ?? (street ? unknownZone : ""),
      zoneOfStreet: streetWanted(street ?? ""),
    },
  };
}

/**
 * Opens a new draft for a browser, in place of the one it had.
 * @returns the draft, and the cookie that finds it again: a random token and nothing else
 */
export async function startDraft(
  visit: Visit,
  { replacing }: { replacing: string | null },
): Promise<{ draft: OpenDraft; cookie: string }> {
  const token = newToken();
  const id = hashToken(token);
  const expiresAt = await draftKeptUntil(visit);
  const data = await firstDraft(visit);
  await inTransaction(visit.db, async (tx) => {
    if (replacing) await deleteDraft(tx, replacing);
    await insertDraft(tx, { id, data, now: visit.now, expiresAt });
  });
  const maxAge = Math.round((expiresAt.getTime() - visit.now.getTime()) / 1000);
  return {
    draft: { id, token, data, expiresAt, sentAs: [] },
    cookie: await draftCookie().serialize(token, { maxAge }),
  };
}
