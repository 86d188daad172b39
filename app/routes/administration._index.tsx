import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readAdministration } from "#app/access/acts/read-administration.server.ts";
import { AdministrationHome } from "#app/access/views/administration-home.tsx";
import { requirePermission } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "administration:operations");
  return { title: visit.t("access:administration.home.title"), view: await readAdministration(visit) };
}

export default function Administration(): ReactNode {
  return <AdministrationHome view={useLoaderData<typeof loader>().view} />;
}
