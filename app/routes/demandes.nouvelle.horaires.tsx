import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";
import { readAskHours } from "#app/requests/acts/read-ask-hours.server.ts";
import { saveDraft } from "#app/requests/acts/save-draft.server.ts";
import { askFormId } from "#app/requests/rules/ask-form-id.ts";
import { HoursPage } from "#app/requests/views/ask/hours-page.tsx";

/** The week is drawn by finger, mouse or keyboard; the form works without. */
export const handle: PageHandle = { interactive: true, words: ["families"], typedForm: askFormId };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return readAskHours(visit, request);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const saved = await saveDraft(visit, request, "hours");
  if (!saved.ok) return data({ problems: saved.problems }, 422);
  return redirect(saved.to, { status: 303, headers: saved.headers });
}

export default function AskHours(): ReactNode {
  const page = useLoaderData<typeof loader>();
  return <HoursPage page={page} problems={useActionData<typeof action>()?.problems ?? page.problems} />;
}
