import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readAccessLog } from "#app/access/acts/read-access-log.server.ts";
import { readAuditFilters } from "#app/access/rules/audit-filters.ts";
import { AccessLogPage } from "#app/access/views/access-log-page.tsx";
import { requirePermission } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "administration:audit");
  const filters = readAuditFilters(new URL(request.url).searchParams);
  return { title: visit.t("access:administration.log.title"), view: await readAccessLog(visit, filters) };
}

export default function AccessLog(): ReactNode {
  return <AccessLogPage view={useLoaderData<typeof loader>().view} />;
}
