import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { stateAttendance } from "#app/commission/acts/state-attendance.server.ts";
import { attendanceForm } from "#app/commission/rules/meeting-act-forms.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { AttendancePage } from "#app/commission/views/attendance-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const view = await readMeeting(visit, params.id ?? "", { told: false });
  return { title: visit.t("commission:page.attend.title"), view, seenAt: visit.now.toISOString() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const form = await readForm(request, attendanceForm);
  if (!form.ok) return form.reply;
  const meetingId = params.id ?? "";
  const { version, members } = form.value;
  const said = await stateAttendance(
    visit,
    { meetingId, version },
    members.map(({ voting, present, ...who }) => ({
      ...who,
      voting: voting === "on",
      present: present === "on",
    })),
  );
  if (!said.ok) return data(meetingReply({ ...form.value }, said), 409);
  return redirectWithNotice(`/guichet/commissions/${meetingId}`, "commission:page.notice.attended");
}

export default function Attendance(): ReactNode {
  const { view, seenAt } = useLoaderData<typeof loader>();
  return <AttendancePage view={view} seenAt={seenAt} reply={useActionData<typeof action>() ?? null} />;
}
