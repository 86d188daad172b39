import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readCapacityPage } from "#app/allocation/acts/read-capacity-page.server.ts";
import { CapacityPage } from "#app/allocation/views/capacity-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:read");
  const page = await readCapacityPage(visit, params.id, new URL(request.url).searchParams);
  return { title: visit.t("facilities:capacity.title", { facility: page.facility.name }), page };
}

export default function Capacity(): ReactNode {
  return <CapacityPage page={useLoaderData<typeof loader>().page} />;
}
