import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePermission } from "#app/access/visit.server.ts";
import { readProofFile } from "#app/requests/acts/read-proof-file.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:read");
  return readProofFile(visit, params.id ?? "");
}
