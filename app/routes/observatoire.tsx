import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readDashboard } from "#app/observatory/acts/read-dashboard.server.ts";
import { DashboardPage } from "#app/observatory/views/dashboard-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "observatory:read");
  const month = new URL(request.url).searchParams.get("mois");
  return { title: visit.t("observatory:title"), view: await readDashboard(visit, month) };
}

export default function Observatory(): ReactNode {
  return <DashboardPage view={useLoaderData<typeof loader>().view} />;
}
