import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";
import { answerDeskForm } from "#app/requests/acts/answer-desk-form.server.ts";
import { readDesk } from "#app/requests/acts/read-desk.server.ts";
import { deskAddress, readDeskFilters } from "#app/requests/rules/desk-filters.ts";
import { deskForm, refusedForm } from "#app/requests/rules/desk-forms.ts";
import { DeskPage } from "#app/requests/views/desk/desk-page.tsx";

export const handle: PageHandle = { interactive: true, wide: true, words: ["requests"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:list");
  const filters = readDeskFilters(new URL(request.url).searchParams);
  return { title: visit.t("requests:desk.title"), desk: await readDesk(visit, filters) };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:refer");
  const filters = readDeskFilters(new URL(request.url).searchParams);
  const form = await readForm(request, deskForm);
  if (!form.ok) return form.reply;
  const outcome = await answerDeskForm(visit, filters.open ?? "", form.value);
  if (!outcome.ok) return data(refusedForm(form.value, outcome), 409);
  const then = form.formData.get("then");
  const open = typeof then === "string" ? then : null;
  const { notice, reference } = outcome;
  return redirectWithNotice(deskAddress({ ...filters, open }), notice, { reference });
}

export default function Desk(): ReactNode {
  const { desk } = useLoaderData<typeof loader>();
  return <DeskPage desk={desk} reply={useActionData<typeof action>() ?? null} />;
}
