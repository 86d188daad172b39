import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { addFeed } from "#app/attendance/acts/add-feed.server.ts";
import { cutFeed } from "#app/attendance/acts/cut-feed.server.ts";
import { readFamilyCalendar } from "#app/attendance/acts/read-family-calendar.server.ts";
import { reportAbsence } from "#app/attendance/acts/report-absence.server.ts";
import { absenceForm } from "#app/attendance/rules/absence-form.ts";
import { calendarPeriod } from "#app/attendance/rules/calendar-period.ts";
import { feedForm } from "#app/attendance/rules/feed.ts";
import { FamilyCalendarPage } from "#app/attendance/views/family-calendar-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = {
  interactive: true,
  words: ["attendance", "calendar"],
  wide: true,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "family:read");
  const { searchParams } = new URL(request.url);
  const asked = searchParams.has("mois") || searchParams.has("semaine");
  const period = calendarPeriod(searchParams, visit.today, "month");
  const view: "list" | "calendar" = searchParams.get("vue") === "calendrier" ? "calendar" : "list";
  return {
    title: visit.t("attendance:family.title"),
    calendar: await readFamilyCalendar(visit, period, asked),
    view,
    asked,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "family:act");
  const form = await readForm(request, absenceForm.or(feedForm));
  if (!form.ok) throw notFound();
  const { value } = form;
  const here = `/famille/calendrier${new URL(request.url).search}`;
  if ("feed" in value) {
    if (value.feed === "create") return data({ feed: await addFeed(visit, null) });
    await cutFeed(visit, null, value.id);
    return redirectWithNotice(here, "attendance:feed.revoked");
  }
  const reported = await reportAbsence(visit, value);
  if (!reported.ok) return data({ refused: reported }, 409);
  const said = value.absenceCode === null ? "attendance:family.cancelled" : "attendance:family.reported";
  return redirectWithNotice(here, said);
}

export default function FamilyCalendar(): ReactNode {
  const { calendar, view, asked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? {};
  return (
    <FamilyCalendarPage
      calendar={calendar}
      view={view}
      asked={asked}
      refused={"refused" in reply ? reply.refused : undefined}
      feed={"feed" in reply ? reply.feed : undefined}
    />
  );
}
