import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMarker } from "#app/access/device-visit.server.ts";
import { readTabletDay, readTabletPlace } from "#app/attendance/acts/read-tablet-day.server.ts";
import { deviceCookie, tabletCookie } from "#app/platform/web/cookies.server.ts";

/** The day's list, for the tablet's page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requireMarker(request);
  const found = await readTabletPlace(visit, new URL(request.url).searchParams.get("structure"));
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (!found.place) return Response.json({ choose: found.choose }, { headers });
  // A tablet in use is never asked to be paired again; a browser that keeps names is emptied before it signs out.
  if ("deviceId" in visit) {
    const token: unknown = await deviceCookie().parse(request.headers.get("Cookie"));
    headers.append("Set-Cookie", await deviceCookie().serialize(token));
  } else headers.append("Set-Cookie", await tabletCookie().serialize(found.place.id));
  return Response.json({ day: await readTabletDay(visit, found.place) }, { headers });
}
