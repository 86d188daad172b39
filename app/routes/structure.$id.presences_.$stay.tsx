import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readHistory } from "#app/attendance/acts/read-history.server.ts";
import { requireFacility } from "#app/attendance/acts/require-facility.server.ts";
import { HistoryPage } from "#app/attendance/views/history-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "device:manage");
  const { id } = await requireFacility(visit, params.id);
  const history = await readHistory(visit, id, params.stay ?? "");
  const back = `/structure/${id}/presences?jour=${history.day}#p-${params.stay}`;
  return { title: visit.t("tablet:history.title"), history, back };
}

export default function History(): ReactNode {
  const { history, back } = useLoaderData<typeof loader>();
  return <HistoryPage history={history} back={back} />;
}
