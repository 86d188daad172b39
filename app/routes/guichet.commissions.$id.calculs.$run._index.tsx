import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, requirePermission } from "#app/access/visit.server.ts";
import { actOnMeeting } from "#app/commission/acts/act-on-meeting.server.ts";
import { readCandidates } from "#app/commission/acts/read-candidates.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readComparison } from "#app/commission/acts/read-run.server.ts";
import { readCandidateFilters } from "#app/commission/rules/candidate-filters.ts";
import { meetingActForm } from "#app/commission/rules/meeting-act-forms.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { RunPage } from "#app/commission/views/run-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const { searchParams } = new URL(request.url);
  const view = await readMeeting(visit, params.id ?? "", { told: false });
  const run = view.runs.find(({ id }) => id === params.run);
  if (!run) throw notFound();
  const filters = { ...readCandidateFilters(searchParams), runId: run.id };
  const other = view.runs.find(({ id }) => id === searchParams.get("avec") && id !== run.id);
  return {
    title: visit.t("commission:page.run.title", { number: run.number }),
    view,
    run,
    candidates: await readCandidates(visit, view.meeting.id, filters),
    comparison: other
      ? await readComparison(visit, view.meeting.id, { before: other.id, after: run.id })
      : null,
    seenAt: visit.now.toISOString(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const form = await readForm(request, meetingActForm);
  if (!form.ok) return form.reply;
  const acted = await actOnMeeting(visit, params.id ?? "", form.value);
  if (!acted.ok) return data(meetingReply({ ...form.value }, acted), 409);
  return redirectWithNotice(acted.to, acted.notice);
}

export default function Run(): ReactNode {
  return <RunPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}
