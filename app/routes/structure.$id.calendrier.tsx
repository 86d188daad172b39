import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readFacilityCalendar } from "#app/attendance/acts/read-facility-calendar.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import { FacilityCalendarPage } from "#app/attendance/views/facility-calendar-page.tsx";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = {
  interactive: true,
  words: ["attendance", "calendar"],
  wide: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "presence:read");
  const { searchParams } = new URL(request.url);
  const period = calendarPeriod(searchParams, visit.today, "week");
  const calendar = await readFacilityCalendar(visit, params.id, period);
  const view: "list" | "calendar" = searchParams.get("vue") === "calendrier" ? "calendar" : "list";
  return { title: visit.t("attendance:facilityCalendar.title"), calendar, view };
}

export default function FacilityCalendar(): ReactNode {
  const { calendar, view } = useLoaderData<typeof loader>();
  return <FacilityCalendarPage calendar={calendar} view={view} />;
}
