import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readFacilityList } from "#app/attendance/acts/read-facility-list.server.ts";
import { FacilityListPage } from "#app/attendance/views/facility-list-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:today");
  const facilities = await readFacilityList(visit);
  if (facilities.length === 1) throw redirect(`/structure/${facilities[0]!.id}`);
  return { title: visit.t("attendance:facilities.title"), facilities };
}

export default function Facilities(): ReactNode {
  return <FacilityListPage facilities={useLoaderData<typeof loader>().facilities} />;
}
