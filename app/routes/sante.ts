import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/access/visit.server.ts";
import { readHealth } from "#app/platform/health.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await anyone(request);
  const health = await readHealth(db);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
