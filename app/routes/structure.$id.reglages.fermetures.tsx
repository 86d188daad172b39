import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { addClosure } from "#app/attendance/acts/add-closure.server.ts";
import { readClosures } from "#app/attendance/acts/read-closures.server.ts";
import { removeClosure } from "#app/attendance/acts/remove-closure.server.ts";
import { closureForm, closureRemovalForm } from "#app/attendance/rules/closure-form.ts";
import { ClosuresPage } from "#app/attendance/views/closures-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const view = await readClosures(visit, params.id, new URL(request.url).searchParams);
  return { title: visit.t("attendance:closures.title"), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const here = `/structure/${params.id}/reglages/fermetures`;
  const again = (values: Record<string, unknown>, errors: Record<string, string>, status: number) =>
    data({ values: values as Record<string, string>, errors }, status);
  if ((await request.clone().formData()).get("intent") === "remove") {
    const form = await readForm(request, closureRemovalForm);
    if (!form.ok) return again({}, form.errors, 422);
    const removed = await removeClosure(visit, params.id, form.value.closureId);
    if (!removed.ok) return again({}, { closures: removed.error }, 409);
    const { stays, writtenTo } = removed;
    return redirectWithNotice(here, "attendance:closures.done.removed", { stays, count: writtenTo });
  }
  const form = await readForm(request, closureForm);
  if (!form.ok) return again(form.values, form.errors, 422);
  const added = await addClosure(visit, params.id, form.value);
  if (!added.ok) return again(form.value, added.errors, 409);
  const { stays, writtenTo } = added;
  return redirectWithNotice(here, "attendance:closures.done.added", { stays, count: writtenTo });
}

export default function Closures(): ReactNode {
  return <ClosuresPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />;
}
