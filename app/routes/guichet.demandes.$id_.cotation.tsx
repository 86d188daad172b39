import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readDeskScoreSheet } from "#app/commission/acts/read-score-sheet.server.ts";
import { ScoreSheetPage } from "#app/commission/views/score-sheet-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:read");
  const view = await readDeskScoreSheet(visit, params.id ?? "");
  return { title: visit.t("commission:sheet.title.desk"), view };
}

export default function DeskScoreSheet(): ReactNode {
  return <ScoreSheetPage view={useLoaderData<typeof loader>().view} reader="desk" />;
}
