import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readAskReview } from "#app/requests/acts/read-ask-review.server.ts";
import { readDraft } from "#app/requests/acts/read-draft.server.ts";
import { submitCareRequest } from "#app/requests/acts/submit-care-request.server.ts";
import { askSent, askStart } from "#app/requests/rules/ask-form-steps.ts";
import { ReviewPage } from "#app/requests/views/ask/review-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return readAskReview(visit, request);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const draft = await readDraft(visit, request);
  if (!draft) return redirect(`${askStart}?brouillon=absent`, 303);
  const sent = await submitCareRequest(visit, draft);
  if (!sent.ok) return data({ error: sent.error }, 422);
  return redirect(askSent, 303);
}

export default function AskReview(): ReactNode {
  const page = useLoaderData<typeof loader>();
  return <ReviewPage page={page} error={useActionData<typeof action>()?.error ?? null} />;
}
