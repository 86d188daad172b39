import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMarker } from "#app/access/device-visit.server.ts";
import { readTabletDay, readTabletPlace } from "#app/attendance/acts/read-tablet-day.server.ts";
import { recordOperations } from "#app/attendance/acts/record-operations.server.ts";
import { mostOperations } from "#app/attendance/rules/operation.ts";
import { readBatch } from "#app/attendance/rules/operations-form.ts";
import { readSmallJson } from "#app/platform/web/small-json.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMarker(request);
  return Response.json({ mostOperations }, { headers: { "Cache-Control": "no-store" } });
}

/** What a tablet has queued, in its order; the answer says what became of each, and brings the day. */
export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireMarker(request);
  const found = await readTabletPlace(visit, new URL(request.url).searchParams.get("structure"));
  const headers = { "Cache-Control": "no-store" };
  const posted = readBatch(await readSmallJson(request));
  if (!posted || !found.place) return Response.json({ error: "unreadable" }, { status: 422, headers });
  const results = await recordOperations(visit, found.place, posted);
  return Response.json({ results, day: await readTabletDay(visit, found.place) }, { headers });
}
