import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { publishMeeting } from "#app/commission/acts/publish-meeting.server.ts";
import { readDryRun } from "#app/commission/acts/read-dry-run.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readPublished } from "#app/commission/acts/read-published.server.ts";
import { pageIn } from "#app/commission/rules/candidate-filters.ts";
import { publishForm } from "#app/commission/rules/meeting-act-forms.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { PublicationPage } from "#app/commission/views/publication-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const { searchParams } = new URL(request.url);
  const past = await readMeeting(visit, params.id ?? "", { told: false });
  const read = past.meeting.status === "published" ? readPublished : readDryRun;
  const view = await read(visit, past.meeting.id);
  return {
    title: visit.t("commission:page.publish.title"),
    view,
    past,
    pages: { offers: pageIn(searchParams, "propositions"), refusals: pageIn(searchParams, "refus") },
    seenAt: visit.now.toISOString(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const form = await readForm(request, publishForm);
  if (!form.ok) return form.reply;
  const meetingId = params.id ?? "";
  const published = await publishMeeting(visit, { meetingId, version: form.value.version });
  if (!published.ok) return data(meetingReply({ ...form.value }, published), 409);
  return redirectWithNotice(`/guichet/commissions/${meetingId}`, "commission:page.notice.published");
}

export default function Publication(): ReactNode {
  return (
    <PublicationPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />
  );
}
