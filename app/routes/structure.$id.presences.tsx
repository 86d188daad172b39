import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { confirmPresences } from "#app/attendance/acts/confirm-presences.server.ts";
import { markPresence } from "#app/attendance/acts/mark-presence.server.ts";
import { readDayList } from "#app/attendance/acts/read-day-list.server.ts";
import { settleConflict } from "#app/attendance/acts/settle-conflict.server.ts";
import { requireFacility } from "#app/attendance/acts/require-facility.server.ts";
import { dayAround } from "#app/attendance/rules/calendar-period.ts";
import { markForm } from "#app/attendance/rules/mark-form.ts";
import { settlementForm } from "#app/attendance/rules/operations-form.ts";
import { DayListPage } from "#app/attendance/views/day-list-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "presence:read");
  const { searchParams } = new URL(request.url);
  const day = dayAround(searchParams.get("jour"), visit.today) ?? visit.today;
  const onlyToMark = searchParams.get("voir") === "a-pointer";
  const list = await readDayList(visit, params.id, { day, onlyToMark });
  return { title: list.facility.name, list };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "presence:mark");
  const { id } = await requireFacility(visit, params.id);
  const { search, searchParams } = new URL(request.url);
  const list = `/structure/${id}/presences`;
  const posted = await request.clone().formData();
  if (posted.has("settlement")) {
    const settling = settlementForm.safeParse(Object.fromEntries(posted));
    const settled = settling.success ? await settleConflict(visit, id, settling.data) : null;
    const said = settled?.ok ? "tablet:conflict.settled" : "tablet:error.alreadySettled";
    return redirectWithNotice(list + search, said);
  }
  const section = posted.get("section");
  if (typeof section === "string") {
    const day = dayAround(searchParams.get("jour"), visit.today) ?? visit.today;
    const count = await confirmPresences(visit, id, { sectionId: section, day });
    return redirectWithNotice(list + search, "attendance:confirmed", { count });
  }
  const form = await readForm(request, markForm);
  if (!form.ok) {
    const [error = "attendance:error.notPossible"] = Object.values(form.errors);
    return data({ presenceId: String(form.values.presenceId ?? ""), error, values: form.values }, 422);
  }
  const { presenceId } = form.value;
  const made = await markPresence(visit, id, form.value);
  if (!made.ok) {
    const { arrived, left, mark } = Object.fromEntries(form.formData);
    return data({ presenceId, error: made.error, values: { arrived, left, mark } }, 409);
  }
  // Back to the row that was touched, on the same day.
  return redirect(`${list}${search}#p-${presenceId}`, 303);
}

export default function DayList(): ReactNode {
  const { list } = useLoaderData<typeof loader>();
  return <DayListPage list={list} refused={useActionData<typeof action>()} />;
}
