import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readFamilyHome } from "#app/requests/acts/read-family-home.server.ts";
import { FamilyHomePage } from "#app/requests/views/family/home-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "family:read");
  return { title: visit.t("allocation:family.title"), home: await readFamilyHome(visit) };
}

export default function FamilyHome(): ReactNode {
  return <FamilyHomePage home={useLoaderData<typeof loader>().home} />;
}
