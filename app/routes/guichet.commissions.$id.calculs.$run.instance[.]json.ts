import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "#app/access/visit.server.ts";
import { readRunFile } from "#app/commission/acts/read-run.server.ts";

/** What the engine was given, byte for byte: for the checker, outside the app. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const { name, type, text } = await readRunFile(visit, params.id ?? "", params.run ?? "", "instance.json");
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
