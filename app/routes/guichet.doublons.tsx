import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import type { PageHandle } from "#app/platform/web/page.ts";
import { keepApart, mergeDuplicate } from "#app/requests/acts/decide-duplicate.server.ts";
import { readDuplicatesPage } from "#app/requests/acts/read-duplicates-page.server.ts";
import { duplicateForm, readDuplicatesSearch } from "#app/requests/rules/duplicates-form.ts";
import { duplicatesAddress } from "#app/requests/rules/duplicates-view.ts";
import { DuplicatesPage } from "#app/requests/views/desk/duplicates-page.tsx";

export const handle: PageHandle = { wide: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "duplicate:decide");
  const search = readDuplicatesSearch(new URL(request.url).searchParams);
  return { title: visit.t("requests:duplicates.title"), view: await readDuplicatesPage(visit, search) };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "duplicate:decide");
  const { childId, page } = readDuplicatesSearch(new URL(request.url).searchParams);
  const form = await readForm(request, duplicateForm);
  if (!form.ok) throw data(null, 400);
  const { intention, enfant, autre } = form.value;
  const decide = intention === "merge" ? mergeDuplicate : keepApart;
  const decided = await decide(visit, [enfant, autre]);
  if (!decided.ok) return data({ error: decided.error, reference: decided.reference ?? "" }, 409);
  return redirectWithNotice(duplicatesAddress(childId, page), decided.notice);
}

export default function Duplicates(): ReactNode {
  const { view } = useLoaderData<typeof loader>();
  return <DuplicatesPage view={view} reply={useActionData<typeof action>() ?? null} />;
}
