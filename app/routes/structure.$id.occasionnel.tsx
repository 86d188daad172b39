import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { bookOccasional } from "#app/attendance/acts/book-occasional.server.ts";
import { cancelOccasional } from "#app/attendance/acts/cancel-occasional.server.ts";
import { closeWindow } from "#app/attendance/acts/close-window.server.ts";
import { openWindows } from "#app/attendance/acts/open-windows.server.ts";
import { readOccasionalDesk } from "#app/attendance/acts/read-occasional-desk.server.ts";
import { requireFacility } from "#app/attendance/acts/require-facility.server.ts";
import { momentsOf } from "#app/attendance/rules/booking-window.ts";
import { deskOccasionalForm } from "#app/attendance/rules/occasional-forms.ts";
import { type DeskReply, OccasionalDeskPage } from "#app/attendance/views/occasional-desk-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

const done = (what: string): string => `attendance:occasional.done.${what}`;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "contract:read");
  const view = await readOccasionalDesk(visit, params.id);
  return { title: visit.t("attendance:occasional.desk.title"), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "contract:change");
  const { id } = await requireFacility(visit, params.id);
  const here = `/structure/${id}/occasionnel`;
  const form = await readForm(request, deskOccasionalForm);
  const comeBack = (reply: Partial<DeskReply>, status: number) => {
    const values = form.ok ? Object.fromEntries(form.formData) : form.values;
    return data<DeskReply>({ values, errors: {}, error: null, mayWait: false, ...reply }, status);
  };
  if (!form.ok) return comeBack({ errors: form.errors }, 422);
  const asked = form.value;
  if (asked.acte === "close") {
    await closeWindow(visit, id, asked.fenetre);
    return redirectWithNotice(here, done("closed"));
  }
  if (asked.acte === "open") {
    const { section: sectionId, du: fromDay, au: toDay } = asked;
    const opened = await openWindows(visit, id, { sectionId, fromDay, toDay, ...momentsOf(asked) });
    if (!opened.ok) return comeBack({ errors: opened.errors }, 409);
    const { opened: count } = opened;
    return redirectWithNotice(here, done(count > 0 ? "opened" : "alreadyOpen"), { count });
  }
  if (asked.acte === "cancel") {
    const cancelled = await cancelOccasional(visit, asked.sejour);
    return cancelled.ok
      ? redirectWithNotice(here, done("cancelled"))
      : comeBack({ error: cancelled.error }, 409);
  }
  const { contrat: contractId, jour: day, debut: start, fin: end } = asked;
  const orWait = asked.attendre === "oui";
  const booked = await bookOccasional(visit, { contractId, day, start, end, orWait });
  if (booked.ok)
    return redirectWithNotice(here, done(booked.status === "booked" ? "deskBooked" : "deskWaiting"));
  const mayWait = booked.error === "attendance:occasional.error.full";
  return comeBack({ error: booked.error, mayWait }, 409);
}

export default function OccasionalDesk(): ReactNode {
  return (
    <OccasionalDeskPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />
  );
}
