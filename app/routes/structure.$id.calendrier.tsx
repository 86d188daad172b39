import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { addFeed } from "#app/attendance/acts/add-feed.server.ts";
import { cutFeed } from "#app/attendance/acts/cut-feed.server.ts";
import { readFacilityCalendar } from "#app/attendance/acts/read-facility-calendar.server.ts";
import { requireFacility } from "#app/attendance/acts/require-facility.server.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import { feedForm } from "#app/attendance/rules/feed.ts";
import { FacilityCalendarPage } from "#app/attendance/views/facility-calendar-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
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

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "presence:read");
  const { id } = await requireFacility(visit, params.id);
  const form = await readForm(request, feedForm);
  if (!form.ok) throw notFound();
  if (form.value.feed === "create") return data({ feed: await addFeed(visit, id) });
  await cutFeed(visit, id, form.value.id);
  const { search } = new URL(request.url);
  return redirectWithNotice(`/structure/${id}/calendrier${search}`, "attendance:feed.revoked");
}

export default function FacilityCalendar(): ReactNode {
  const { calendar, view } = useLoaderData<typeof loader>();
  return <FacilityCalendarPage calendar={calendar} view={view} feed={useActionData<typeof action>()?.feed} />;
}
