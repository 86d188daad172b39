import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import {
  readCancelledMeetings,
  readPublicMeetings,
  readSealedDraws,
} from "#app/commission/acts/read-public-meetings.server.ts";
import { readAppeal, readPublicGrids } from "#app/commission/acts/read-public-rules.server.ts";
import { PublicMeetingsPage } from "#app/commission/views/public-meetings-page.tsx";
import type { PageHandle } from "#app/platform/web/page.ts";

export const handle: PageHandle = { wide: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return {
    title: visit.t("commission:page.public.title"),
    view: {
      meetings: await readPublicMeetings(visit),
      coming: await readSealedDraws(visit),
      cancelled: await readCancelledMeetings(visit),
      grids: await readPublicGrids(visit),
      appeal: await readAppeal(visit),
    },
  };
}

export default function PublicMeetings(): ReactNode {
  return <PublicMeetingsPage view={useLoaderData<typeof loader>().view} />;
}
