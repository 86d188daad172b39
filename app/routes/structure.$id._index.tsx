import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readFacilityToday } from "#app/attendance/acts/read-facility-today.server.ts";
import { FacilityTodayPage } from "#app/attendance/views/facility-today-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:today");
  const page = await readFacilityToday(visit, params.id);
  return { title: page.facility.name, page };
}

export default function FacilityToday(): ReactNode {
  return <FacilityTodayPage page={useLoaderData<typeof loader>().page} />;
}
