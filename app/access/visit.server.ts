// The guard of every door. A parent route's guard is bypassed by data requests: each loader and each action
// calls one of these first (docs/decisions/004-doors-guard-themselves.md).
import { redirect } from "@remix-run/node";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { translator } from "#app/i18n/resources.server.ts";
import { type Language, type Translate, languageOf } from "#app/i18n/translator.ts";
import { type Database, database } from "#app/platform/database/client.server.ts";
import { hashToken } from "#app/platform/secrets.server.ts";
import { languageCookie, sessionCookie } from "#app/platform/web/cookies.server.ts";
import type { Actor } from "./rules/actor.ts";
import { type Permission, type Scope, noScope, scopeOf } from "./rules/permissions.ts";
import { hasGoneIdle } from "./rules/session.ts";
import { findActor, findSession, revokeSession, touchSession } from "./store.server.ts";

/** Who is at the door, when, in which language, and how far the permission asked for reaches. */
export type Visit = {
  db: Database;
  now: Date;
  today: CalendarDay;
  language: Language;
  t: Translate;
  actor: Actor | null;
  scope: Scope;
};
/** A visit by somebody signed in. */
export type SignedVisit = Visit & { actor: Actor };

/** Sessions are marked as seen at most this often: a page must not cost a write. */
const seenEveryMilliseconds = 10 * 60_000;

async function readActor(request: Request, db: Database, now: Date): Promise<Actor | null> {
  const token: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  if (typeof token !== "string") return null;
  const id = hashToken(token);
  const session = await findSession(db, id, now);
  if (!session) return null;
  const actor = await findActor(db, session.accountId, dayOf(now));
  if (actor && hasGoneIdle(actor, session.lastSeenAt, now)) {
    await revokeSession(db, id, now);
    return null;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMilliseconds) await touchSession(db, id, now);
  return actor;
}

/** For pages that everybody may see; `actor` is known when somebody is signed in. */
export async function anyone(request: Request): Promise<Visit> {
  const db = database();
  const now = new Date();
  const chosen: unknown = await languageCookie().parse(request.headers.get("Cookie"));
  const language = languageOf(chosen, request.headers.get("Accept-Language"));
  const actor = await readActor(request, db, now);
  return { db, now, today: dayOf(now), language, t: translator(language), actor, scope: noScope };
}

/** Where somebody who must sign in first comes back to: a page, never a posted form. */
function returnPath(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  url.searchParams.delete("_routes");
  const path = url.pathname.replace(/\.data$/, "");
  return request.method === "GET" ? path + url.search : path;
}

/** For pages that need an account, whatever its roles. */
export async function requireAccount(request: Request): Promise<SignedVisit> {
  const visit = await anyone(request);
  if (!visit.actor) throw redirect(`/connexion?retour=${encodeURIComponent(returnPath(request))}`);
  return { ...visit, actor: visit.actor };
}

/** For pages that need a permission; `visit.scope` tells how far it reaches. */
export async function requirePermission(request: Request, permission: Permission): Promise<SignedVisit> {
  const visit = await requireAccount(request);
  const scope = scopeOf(visit.actor, permission);
  if (!scope) throw new Response(null, { status: 403 });
  return { ...visit, scope };
}

/** The same answer for what does not exist and for what is not yours. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}
