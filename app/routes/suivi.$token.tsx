import { type LoaderFunctionArgs, data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { allowAttempt } from "#app/platform/web/rate-limit.server.ts";
import { readTrackedRequest } from "#app/requests/acts/read-family-request.server.ts";
import { TrackingPage, TrackingTooOften } from "#app/requests/views/family/tracking-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const token = params.token ?? "";
  if (!(await allowAttempt("tracking", token)))
    return data({ title: visit.t("allocation:family.tracking.tooOftenTitle"), page: null }, 429);
  const page = await readTrackedRequest(visit, token);
  const child = page.request.childFirstName || visit.t("allocation:family.unborn");
  return data({ title: visit.t("allocation:family.requestTitle", { child }), page });
}

export default function Tracking(): ReactNode {
  const { page } = useLoaderData<typeof loader>();
  return page ? <TrackingPage page={page} /> : <TrackingTooOften />;
}
