import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requirePermission } from "#app/access/visit.server.ts";
import { deskPath } from "#app/requests/rules/desk-filters.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, "careRequest:list");
  return redirect(deskPath);
}
