import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";
import { answerDeskForm } from "#app/requests/acts/answer-desk-form.server.ts";
import { readRecord } from "#app/requests/acts/read-record.server.ts";
import { deskForm, refusedForm } from "#app/requests/rules/desk-forms.ts";
import { RecordPage } from "#app/requests/views/desk/record-page.tsx";

export const handle: PageHandle = { wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:read");
  const { file, quarter } = await readRecord(visit, params.id ?? "");
  return { title: file.reference, file, quarter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "careRequest:refer");
  const form = await readForm(request, deskForm);
  if (!form.ok) return form.reply;
  const outcome = await answerDeskForm(visit, params.id ?? "", form.value);
  if (!outcome.ok) return data(refusedForm(form.value, outcome), 409);
  return redirectWithNotice(`/guichet/demandes/${params.id}`, outcome.notice, {
    reference: outcome.reference,
  });
}

export default function CareRequestRecord(): ReactNode {
  const { file, quarter } = useLoaderData<typeof loader>();
  return <RecordPage file={file} quarter={quarter} reply={useActionData<typeof action>() ?? null} />;
}
