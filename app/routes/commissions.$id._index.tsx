import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readPublicMeeting } from "#app/commission/acts/read-public-meetings.server.ts";
import { meetingName } from "#app/commission/views/meeting-name.ts";
import { PublicMeetingPage } from "#app/commission/views/public-meeting-page.tsx";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const meeting = await readPublicMeeting(visit, params.id ?? "");
  return { title: meetingName(meeting, visit.t, visit.language), meeting };
}

export default function PublicMeeting(): ReactNode {
  return <PublicMeetingPage meeting={useLoaderData<typeof loader>().meeting} />;
}
