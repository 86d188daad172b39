import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { leaveDevice } from "#app/access/acts/cut-device.server.ts";
import { requireDevice, requireMarker } from "#app/access/device-visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMarker(request);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

/** A tablet that has emptied itself leaves: it must be paired again. */
export async function action({ request }: ActionFunctionArgs) {
  const visit = await requireDevice(request);
  return new Response(null, { status: 204, headers: { "Set-Cookie": await leaveDevice(visit) } });
}
