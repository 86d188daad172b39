import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { answerRenewal } from "#app/requests/acts/answer-renewal.server.ts";
import { readRenewalPage } from "#app/requests/acts/read-renewal.server.ts";
import { renewalForm } from "#app/requests/rules/family-forms.ts";
import { RenewalPage } from "#app/requests/views/family/renewal-page.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const page = await readRenewalPage(visit, params.token ?? "");
  const { pathname, searchParams } = new URL(request.url);
  const child = page.childFirstName || visit.t("allocation:family.unborn");
  return {
    title: visit.t("allocation:family.requestTitle", { child }),
    page,
    at: pathname,
    withdrawing: searchParams.has("retirer"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const form = await readForm(request, renewalForm);
  if (!form.ok) throw data(null, 400);
  const { reponse: answer, version } = form.value;
  const key = { by: "link" as const, visit, token: params.token ?? "" };
  const answered = await answerRenewal(key, { answer, version });
  if (!answered.ok) return data({ error: answered.error }, 409);
  return redirect(new URL(request.url).pathname, 303);
}

export default function Renewal(): ReactNode {
  const { page, at, withdrawing } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? null;
  return <RenewalPage page={page} at={at} withdrawing={withdrawing} error={error} />;
}
