import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { answerOccasional } from "#app/attendance/acts/answer-occasional.server.ts";
import { readOccasionalAsk } from "#app/attendance/acts/read-occasional-ask.server.ts";
import { askForm } from "#app/attendance/rules/occasional-forms.ts";
import { OccasionalAskPage } from "#app/attendance/views/occasional-ask-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  const ask = await readOccasionalAsk(visit, params.token ?? "");
  return { title: visit.t("attendance:occasional.ask.title", { child: ask.childName }), ask };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const form = await readForm(request, askForm);
  if (!form.ok) throw data(null, 400);
  const answered = await answerOccasional(visit, { token: params.token ?? "" }, form.value.reponse);
  if (!answered.ok) return data({ error: answered.error }, 409);
  return redirect(new URL(request.url).pathname, 303);
}

export default function OccasionalAsk(): ReactNode {
  const error = useActionData<typeof action>()?.error ?? null;
  return <OccasionalAskPage ask={useLoaderData<typeof loader>().ask} error={error} />;
}
