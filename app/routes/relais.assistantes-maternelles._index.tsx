import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readChildminders } from "#app/advice/acts/read-childminders.server.ts";
import { Childminders } from "#app/advice/views/childminders-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "childminder:manage");
  const page = await readChildminders(visit, new URL(request.url).searchParams);
  return { title: visit.t("advice:childminders.title"), page };
}

export default function ChildmindersDoor(): ReactNode {
  return <Childminders page={useLoaderData<typeof loader>().page} />;
}
