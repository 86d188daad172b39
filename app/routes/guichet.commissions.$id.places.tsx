import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { changePlaces } from "#app/commission/acts/prepare-meeting.server.ts";
import { readMeetingForm } from "#app/commission/acts/read-meeting-form.server.ts";
import { meetingForm, meetingSeen } from "#app/commission/rules/meeting-form.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { MeetingFormPage } from "#app/commission/views/meeting-form-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:prepare");
  const view = await readMeetingForm(visit, { meetingId: params.id ?? "" });
  return { title: visit.t("commission:page.form.changeTitle"), view, seenAt: visit.now.toISOString() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:prepare");
  const form = await readForm(request, meetingForm.extend(meetingSeen.shape));
  if (!form.ok) return form.reply;
  const { version, ...choices } = form.value;
  const meetingId = params.id ?? "";
  const changed = await changePlaces(visit, { meetingId, version }, choices);
  if (!changed.ok) return data(meetingReply({ ...choices }, changed), 409);
  return redirectWithNotice(`/guichet/commissions/${meetingId}`, "commission:page.notice.changed");
}

export default function MeetingPlaces(): ReactNode {
  const { view, seenAt } = useLoaderData<typeof loader>();
  return <MeetingFormPage view={view} seenAt={seenAt} reply={useActionData<typeof action>() ?? null} />;
}
