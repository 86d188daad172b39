import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "#app/access/visit.server.ts";
import { readPublicMinutes } from "#app/commission/acts/read-minutes-file.server.ts";

/** The minutes without a name. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return new Response(await readPublicMinutes(visit, params.id ?? ""), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="proces-verbal-public.pdf"',
      "Cache-Control": "private, no-cache",
    },
  });
}
