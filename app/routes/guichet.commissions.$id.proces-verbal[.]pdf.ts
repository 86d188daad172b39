import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "#app/access/visit.server.ts";
import { readInternalMinutes } from "#app/commission/acts/read-minutes-file.server.ts";

/** The minutes with names: each reading of a file in it is logged. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  return new Response(await readInternalMinutes(visit, params.id ?? ""), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'attachment; filename="proces-verbal-interne.pdf"',
      "Cache-Control": "private, no-store",
    },
  });
}
