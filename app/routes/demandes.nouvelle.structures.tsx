import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";
import { readAskWishes } from "#app/requests/acts/read-ask-wishes.server.ts";
import { saveDraft } from "#app/requests/acts/save-draft.server.ts";
import { askFormId } from "#app/requests/rules/ask-form-id.ts";
import { WishesPage } from "#app/requests/views/ask/wishes-page.tsx";

export const handle: PageHandle = { typedForm: askFormId };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return readAskWishes(visit, request);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const saved = await saveDraft(visit, request, "wishes");
  if (!saved.ok) return data({ problems: saved.problems }, 422);
  return redirect(saved.to, { status: 303, headers: saved.headers });
}

export default function AskWishes(): ReactNode {
  const page = useLoaderData<typeof loader>();
  return <WishesPage page={page} problems={useActionData<typeof action>()?.problems ?? page.problems} />;
}
