import { redirect } from "@remix-run/node";
import { noticeCookie } from "./cookies.server.ts";
import { safeRedirect } from "./redirect.ts";

export type CarriedNotice = { key: string; values?: Record<string, string | number> };

/** Sends back to a page that shows a sentence once: `redirectWithNotice("/guichet/a-traiter", "room:done")`. */
export async function redirectWithNotice(
  to: string,
  key: string,
  values?: CarriedNotice["values"],
): Promise<Response> {
  const carried: CarriedNotice = { key, values };
  return redirect(safeRedirect(to), {
    headers: { "Set-Cookie": await noticeCookie().serialize(carried) },
    status: 303,
  });
}

/** The sentence that the last act left for this page, and the header that forgets it. */
export async function takeNotice(
  request: Request,
): Promise<{ notice: CarriedNotice | null; forget: string | null }> {
  const notice = (await noticeCookie().parse(request.headers.get("Cookie"))) as CarriedNotice | null;
  if (!notice) return { notice: null, forget: null };
  return { notice, forget: await noticeCookie().serialize("", { maxAge: 0 }) };
}
