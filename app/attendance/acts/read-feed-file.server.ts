import { createHash } from "node:crypto";
import { readActor } from "#app/access/acts/read-actor.server.ts";
import { type Scope, scopeOf, within } from "#app/access/rules/permissions.ts";
import type { Visit } from "#app/access/visit.server.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { writeCalendar } from "#app/platform/files/write-calendar.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { allowAttempt } from "#app/platform/web/rate-limit.server.ts";
import { facilityFeed } from "../messages/facility-feed.ts";
import { familyFeed } from "../messages/family-feed.ts";
import type { FeedText } from "../messages/feed-text.ts";
import { feedDays } from "../rules/feed.ts";
import { findFacility } from "../store/facilities.server.ts";
import { type Feed, findFeed, touchFeed } from "../store/feeds.server.ts";
import { loadFacilityDays } from "./load-facility-days.server.ts";
import { readFamilyStays } from "./read-family-stays.server.ts";

export type FeedFile =
  | { ok: true; text: string; /** As HTTP quotes it: the same calendar has the same one. */ tag: string }
  /** `gone`: it was cut, and will never answer again. */
  | { ok: false; why: "unknown" | "gone" | "tooOften" };

/** A reading is written down at most this often: telephones ask every few minutes. */
const seenEveryMilliseconds = 10 * 60_000;

type Context = Pick<Visit, "db" | "now" | "today">;

/** What a facility feed tells; nothing to somebody who no longer works there. */
async function facilityText(context: Context, feed: Feed, scope: Scope | null): Promise<FeedText | null> {
  const { db, now, today } = context;
  const [from, to] = [addDays(today, -feedDays.before), addDays(today, feedDays.ahead)];
  const facility = feed.facilityId ? await findFacility(db, feed.facilityId, from) : null;
  if (!facility || !scope) return null;
  const { id: facilityId, organisationId } = facility;
  if (!within(scope, { facilityId, organisationId })) return null;
  const days = await loadFacilityDays({ db, now }, facility, from, to);
  return facilityFeed(facility, days, translator(feed.language), feed.language);
}

async function familyText(context: Context, feed: Feed, scope: Scope | null): Promise<FeedText | null> {
  if (!scope) return null;
  const { db, now, today } = context;
  const [from, to] = [addDays(today, -feedDays.before), addDays(today, feedDays.ahead)];
  return familyFeed(await readFamilyStays({ db, now, scope }, from, to), translator(feed.language));
}

/**
 * The calendar behind a private address, with what its owner may see today: children who left the household, or a
 * facility where it no longer works, are not in it, so that the telephone forgets them too.
 * @param network where the reading comes from, for the limit on addresses that nobody was given
 */
export async function readFeedFile(
  context: Context,
  token: string | null,
  network: string,
): Promise<FeedFile> {
  const { db, now, today } = context;
  const feed = token === null ? null : await findFeed(db, hashToken(token));
  if (!feed) {
    const allowed = await allowAttempt("unknownFeed", network);
    return { ok: false, why: allowed ? "unknown" : "tooOften" };
  }
  if (!(await allowAttempt("feed", feed.id))) return { ok: false, why: "tooOften" };
  const actor = feed.revokedAt ? null : await readActor(db, feed.accountId, today);
  if (!actor) return { ok: false, why: "gone" };
  const told =
    feed.kind === "family"
      ? await familyText(context, feed, scopeOf(actor, "family:read"))
      : await facilityText(context, feed, scopeOf(actor, "presence:read"));
  const t = translator(feed.language);
  const text = writeCalendar(told ?? { name: t("ui:site"), events: [], days: [] });
  if (!feed.lastReadAt || now.getTime() - feed.lastReadAt.getTime() > seenEveryMilliseconds)
    await touchFeed(db, feed.id, now);
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 32)}"`;
  return { ok: true, text, tag };
}
