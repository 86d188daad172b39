import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMarker } from "#app/access/device-visit.server.ts";
import { readTabletDay, readTabletPlace } from "#app/attendance/acts/read-tablet-day.server.ts";
import { settleConflict } from "#app/attendance/acts/settle-conflict.server.ts";
import { settlementForm } from "#app/attendance/rules/operations-form.ts";
import { readSmallJson } from "#app/platform/web/small-json.server.ts";

const headers = { "Cache-Control": "no-store" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMarker(request);
  return Response.json({}, { headers });
}

/** Settles what two tablets say otherwise. */
export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireMarker(request);
  const { place } = await readTabletPlace(visit, new URL(request.url).searchParams.get("structure"));
  const form = settlementForm.safeParse(await readSmallJson(request));
  if (!form.success || !place) return Response.json({ error: "unreadable" }, { status: 422, headers });
  const settled = await settleConflict(visit, place.id, form.data);
  return Response.json({ settled, day: await readTabletDay(visit, place) }, { headers });
}
