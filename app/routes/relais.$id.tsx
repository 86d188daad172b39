import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { giveAdvice } from "#app/advice/acts/give-advice.server.ts";
import { readAdviceCase } from "#app/advice/acts/read-advice-case.server.ts";
import { adviceForm } from "#app/advice/rules/advice.ts";
import { AdviceCase } from "#app/advice/views/advice-case.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "advice:read");
  const file = await readAdviceCase(visit, params.id ?? "");
  return { title: visit.t("advice:case.title", { child: file.reference }), file };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "advice:give");
  const form = await readForm(request, adviceForm);
  if (!form.ok) return form.reply;
  const given = await giveAdvice(visit, params.id ?? "", form.value);
  if (!given.ok) return data({ values: form.value, errors: { text: given.error } }, 409);
  return redirectWithNotice(`/relais/${params.id}`, "advice:case.sent");
}

export default function AdviceCaseDoor(): ReactNode {
  const { file } = useLoaderData<typeof loader>();
  return <AdviceCase file={file} reply={useActionData<typeof action>()} />;
}
