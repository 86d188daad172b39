import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readAdviceDesk } from "#app/advice/acts/read-advice-desk.server.ts";
import { AdviceDesk } from "#app/advice/views/advice-desk.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "advice:read");
  const desk = await readAdviceDesk(visit, new URL(request.url).searchParams);
  return { title: visit.t("advice:desk.title"), desk };
}

export default function AdviceDeskDoor(): ReactNode {
  return <AdviceDesk desk={useLoaderData<typeof loader>().desk} />;
}
