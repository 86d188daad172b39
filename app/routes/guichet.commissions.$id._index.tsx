import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { actOnMeeting } from "#app/commission/acts/act-on-meeting.server.ts";
import { offerNext } from "#app/commission/acts/offer-next.server.ts";
import { readCandidates } from "#app/commission/acts/read-candidates.server.ts";
import { readFreedPlaces, readNextFamily } from "#app/commission/acts/read-freed-places.server.ts";
import { readMeeting } from "#app/commission/acts/read-meeting.server.ts";
import { readCandidateFilters } from "#app/commission/rules/candidate-filters.ts";
import { meetingPageForm } from "#app/commission/rules/meeting-act-forms.ts";
import { meetingReply } from "#app/commission/rules/meeting-reply.ts";
import { FreedPlaces } from "#app/commission/views/freed-places.tsx";
import { MeetingPage } from "#app/commission/views/meeting-page.tsx";
import { meetingName } from "#app/commission/views/meeting-name.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  const { searchParams } = new URL(request.url);
  const view = await readMeeting(visit, params.id ?? "", { told: false });
  const { id, status, frozenAt } = view.meeting;
  const offerId = status === "published" ? searchParams.get("liberee") : null;
  return {
    title: meetingName(view.meeting, visit.t, visit.language),
    view,
    candidates: frozenAt ? await readCandidates(visit, id, readCandidateFilters(searchParams)) : null,
    freed: status === "published" ? await readFreedPlaces(visit, id) : null,
    next: offerId ? await readNextFamily(visit, id, offerId) : null,
    seenAt: visit.now.toISOString(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const meetingId = params.id ?? "";
  const form = await readForm(request, meetingPageForm);
  if (!form.ok) return form.reply;
  const refused = (refusal: { error: string }) => data(meetingReply({ ...form.value }, refusal), 409);
  if (form.value.intention === "offerNext") {
    const offered = await offerNext(visit, meetingId, form.value);
    if (!offered.ok) return refused(offered);
    return redirectWithNotice(`/guichet/commissions/${meetingId}`, "commission:page.notice.offeredNext");
  }
  const acted = await actOnMeeting(visit, meetingId, form.value);
  return acted.ok ? redirectWithNotice(acted.to, acted.notice) : refused(acted);
}

export default function Meeting(): ReactNode {
  const { view, candidates, freed, next, seenAt } = useLoaderData<typeof loader>();
  return (
    <MeetingPage
      view={view}
      candidates={candidates}
      freed={freed && freed.freed.length > 0 && <FreedPlaces view={freed} next={next} />}
      seenAt={seenAt}
      reply={useActionData<typeof action>() ?? null}
    />
  );
}
