import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readContracts } from "#app/attendance/acts/read-contracts.server.ts";
import { readContractFilters } from "#app/attendance/rules/contract-filters.ts";
import { ContractsPage } from "#app/attendance/views/contracts-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "contract:read");
  const filters = readContractFilters(new URL(request.url).searchParams);
  const page = await readContracts(visit, params.id, filters);
  return { title: visit.t("attendance:contract.list.title"), page };
}

export default function Contracts(): ReactNode {
  return <ContractsPage page={useLoaderData<typeof loader>().page} />;
}
