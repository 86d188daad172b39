import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type SignedVisit, requirePermission } from "#app/access/visit.server.ts";
import { adjustMeeting, removeAdjustment } from "#app/commission/acts/adjust-meeting.server.ts";
import { readCandidate } from "#app/commission/acts/read-candidates.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { stateLevel } from "#app/commission/acts/state-level.server.ts";
import { removeForm } from "#app/commission/rules/meeting-act-forms.ts";
import { adjustmentForm, levelForm } from "#app/commission/rules/meeting-form.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { latestRun } from "#app/commission/rules/meeting-steps.ts";
import { CandidatePage } from "#app/commission/views/candidate-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const runId = new URL(request.url).searchParams.get("calcul");
  const meeting = await readMeeting(visit, params.id ?? "", { told: false });
  const view = await readCandidate(visit, meeting.meeting.id, params.candidate ?? "", runId);
  return {
    title: visit.t("commission:page.candidate.title", { number: view.candidate.number }),
    view,
    adjustments: meeting.adjustments.filter(({ candidate }) => candidate.id === view.candidate.id),
    deliberation: meeting.deliberation,
    stale: meeting.meeting.status === "frozen" && latestRun(meeting.runs)?.stale === true,
    past: meeting,
    seenAt: visit.now.toISOString(),
  };
}

const refused = (values: object, refusal: { error: string; field?: string }) =>
  data(meetingReply({ ...values }, refusal), 409);

async function adjust(visit: SignedVisit, meetingId: string, here: string, request: Request) {
  const form = await readForm(request.clone(), adjustmentForm);
  if (!form.ok) return form.reply;
  const done = await adjustMeeting(visit, meetingId, form.value);
  const typed = Object.fromEntries(form.formData);
  return done.ok ? redirectWithNotice(here, "commission:page.notice.adjusted") : refused(typed, done);
}

async function level(visit: SignedVisit, meetingId: string, here: string, request: Request) {
  const form = await readForm(request.clone(), levelForm);
  if (!form.ok) return form.reply;
  const done = await stateLevel(visit, meetingId, form.value);
  const typed = Object.fromEntries(form.formData);
  return done.ok ? redirectWithNotice(here, "commission:page.notice.level") : refused(typed, done);
}

async function remove(visit: SignedVisit, meetingId: string, here: string, request: Request) {
  const form = await readForm(request.clone(), removeForm);
  if (!form.ok) return form.reply;
  const { version, adjustmentId } = form.value;
  const done = await removeAdjustment(visit, { meetingId, version }, adjustmentId);
  return done.ok ? redirectWithNotice(here, "commission:page.notice.removed") : refused(form.value, done);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const meetingId = params.id ?? "";
  const here = `/guichet/commissions/${meetingId}/dossiers/${params.candidate ?? ""}`;
  const intention = (await request.clone().formData()).get("intention");
  if (intention === "adjust") return adjust(visit, meetingId, here, request);
  if (intention === "level") return level(visit, meetingId, here, request);
  return remove(visit, meetingId, here, request);
}

export default function Candidate(): ReactNode {
  return <CandidatePage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
