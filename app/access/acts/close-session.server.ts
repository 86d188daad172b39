import { redirect } from "@remix-run/node";
import { hashToken } from "#app/platform/secrets.server.ts";
import { draftCookie, sessionCookie, tabletCookie } from "#app/platform/web/cookies.server.ts";
import { revokeSession } from "../store.server.ts";
import type { Visit } from "../visit.server.ts";

/**
 * Ends the session at once, on the server as well as in the browser. On a shared computer the next person must not
 * find the request that this one was typing, or has just sent.
 * A browser that keeps the day's list of a facility is emptied first: marks may still wait to be sent from it.
 */
export async function closeSession(visit: Visit, request: Request): Promise<Response> {
  const place: unknown = await tabletCookie().parse(request.headers.get("Cookie"));
  const posted = request.headers.get("Content-Type")?.includes("form") ? await request.formData() : null;
  const emptied = posted?.has("vide") ?? false;
  if (visit.actor && typeof place === "string" && place !== "" && !emptied)
    return redirect(`/pointage?structure=${encodeURIComponent(place)}&sortie=1`, 303);
  const token: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  if (typeof token === "string") await revokeSession(visit.db, hashToken(token), visit.now);
  return redirect("/", {
    status: 303,
    headers: [
      ["Set-Cookie", await sessionCookie().serialize("", { maxAge: 0 })],
      ["Set-Cookie", await draftCookie().serialize("", { maxAge: 0 })],
      ["Set-Cookie", await tabletCookie().serialize("", { maxAge: 0 })],
      ["Clear-Site-Data", '"cache"'],
    ],
  });
}
