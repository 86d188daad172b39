import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { prepareMeeting } from "#app/commission/acts/prepare-meeting.server.ts";
import { readMeetingForm } from "#app/commission/acts/read-meeting-form.server.ts";
import { meetingForm } from "#app/commission/rules/meeting-form.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { MeetingFormPage } from "#app/commission/views/meeting-form-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:prepare");
  const kind = new URL(request.url).searchParams.get("type") === "afterSchool" ? "afterSchool" : "nursery";
  return {
    title: visit.t("commission:page.form.title"),
    view: await readMeetingForm(visit, { careKind: kind }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:prepare");
  const form = await readForm(request, meetingForm);
  if (!form.ok) return form.reply;
  const made = await prepareMeeting(visit, form.value);
  if (!made.ok) return data(meetingReply({ ...form.value }, made), 422);
  return redirectWithNotice(`/guichet/commissions/${made.meetingId}`, "commission:page.notice.prepared");
}

export default function NewMeeting(): ReactNode {
  const { view } = useLoaderData<typeof loader>();
  return <MeetingFormPage view={view} seenAt="" reply={useActionData<typeof action>() ?? null} />;
}
