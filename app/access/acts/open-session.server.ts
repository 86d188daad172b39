import { redirect } from "@remix-run/node";
import { dayOf } from "#app/calendar/rules/instant.ts";
import { hashToken, newToken } from "#app/platform/secrets.server.ts";
import { sessionCookie } from "#app/platform/web/cookies.server.ts";
import { safeRedirect } from "#app/platform/web/redirect.ts";
import { homeOf } from "../rules/navigation.ts";
import { findActor, insertSession } from "../store.server.ts";
import type { Visit } from "../visit.server.ts";

const days = 24 * 3600 * 1000;
const sessionLength = 30 * days;

/** Opens a new session for an account, whatever session the browser held, and leads to its first place. */
export async function openSession(visit: Visit, accountId: string, to?: string): Promise<Response> {
  const token = newToken();
  await insertSession(visit.db, {
    id: hashToken(token),
    accountId,
    createdAt: visit.now,
    lastSeenAt: visit.now,
    expiresAt: new Date(visit.now.getTime() + sessionLength),
  });
  const actor = await findActor(visit.db, accountId, dayOf(visit.now));
  const home = actor ? homeOf(actor) : "/";
  return redirect(to && to !== "/" ? safeRedirect(to, home) : home, {
    status: 303,
    headers: { "Set-Cookie": await sessionCookie().serialize(token) },
  });
}
