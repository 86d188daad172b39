import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readSimulation } from "#app/commission/acts/read-simulation.server.ts";
import { readSimulationAsked } from "#app/commission/rules/simulation-form.ts";
import { SimulationPage } from "#app/commission/views/simulation-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "grid:read");
  const asked = readSimulationAsked(new URL(request.url).searchParams, visit.today);
  return { title: visit.t("commission:simulation.title"), view: await readSimulation(visit, asked) };
}

export default function Simulator(): ReactNode {
  return <SimulationPage view={useLoaderData<typeof loader>().view} />;
}
