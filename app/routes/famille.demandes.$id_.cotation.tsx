import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readFamilyScoreSheet } from "#app/commission/acts/read-score-sheet.server.ts";
import { ScoreSheetPage } from "#app/commission/views/score-sheet-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "family:read");
  const view = await readFamilyScoreSheet(visit, params.id ?? "");
  return { title: visit.t("commission:sheet.title.family"), view };
}

export default function FamilyScoreSheet(): ReactNode {
  return <ScoreSheetPage view={useLoaderData<typeof loader>().view} reader="family" />;
}
