import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { offerUrgent } from "#app/commission/acts/offer-next.server.ts";
import { readUrgentPlace } from "#app/commission/acts/read-urgent-place.server.ts";
import { urgentForm } from "#app/commission/rules/meeting-form.ts";
import { UrgentPage } from "#app/commission/views/urgent-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const view = await readUrgentPlace(visit, params.id ?? "");
  return { title: visit.t("commission:page.urgent.title"), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "commission:decide");
  const form = await readForm(request, urgentForm);
  if (!form.ok) return data({ error: "commission:meeting.error.motive" }, 400);
  const offered = await offerUrgent(visit, { careRequestId: params.id ?? "", ...form.value });
  if (!offered.ok) return data({ error: offered.error }, 409);
  return redirectWithNotice(`/guichet/demandes/${params.id}`, "commission:page.urgent.done");
}

export default function UrgentPlace(): ReactNode {
  const { view } = useLoaderData<typeof loader>();
  return <UrgentPage view={view} error={useActionData<typeof action>()?.error ?? null} />;
}
