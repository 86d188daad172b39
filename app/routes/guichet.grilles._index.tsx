import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readGrids } from "#app/commission/acts/read-grids.server.ts";
import { GridsPage } from "#app/commission/views/grids-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "grid:read");
  return { title: visit.t("commission:grid.listTitle"), view: await readGrids(visit) };
}

export default function Grids(): ReactNode {
  return <GridsPage view={useLoaderData<typeof loader>().view} />;
}
