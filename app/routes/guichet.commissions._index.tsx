import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readMeetings } from "#app/commission/acts/read-meetings.server.ts";
import { MeetingListPage } from "#app/commission/views/meeting-list-page.tsx";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:read");
  return { title: visit.t("commission:page.list.title"), view: await readMeetings(visit) };
}

export default function Meetings(): ReactNode {
  return <MeetingListPage view={useLoaderData<typeof loader>().view} />;
}
