import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readChildminderPage } from "#app/advice/acts/read-childminders.server.ts";
import { saveChildminder } from "#app/advice/acts/save-childminder.server.ts";
import { stopChildminder } from "#app/advice/acts/stop-childminder.server.ts";
import { childminderForm } from "#app/advice/rules/childminder-form.ts";
import { ChildminderPage } from "#app/advice/views/childminder-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "childminder:manage");
  const page = await readChildminderPage(visit, params.id ?? "");
  return { title: page.line.name, ...page, today: visit.today };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "childminder:manage");
  const id = params.id ?? "";
  const form = await readForm(request, childminderForm);
  if (!form.ok) return form.reply;
  const asked = form.value;
  const done =
    asked.intention === "stop"
      ? await stopChildminder(visit, id, asked.fin)
      : await saveChildminder(visit, id, asked);
  if (done.ok) {
    const notice = asked.intention === "stop" ? "stopSaved" : "saved";
    return redirectWithNotice(`/relais/assistantes-maternelles/${id}`, `advice:childminders.${notice}`);
  }
  return data({ values: Object.fromEntries(form.formData), errors: { [done.field]: done.error } }, 422);
}

export default function ChildminderDoor(): ReactNode {
  const { line, quarterNames, today } = useLoaderData<typeof loader>();
  return (
    <ChildminderPage
      line={line}
      quarterNames={quarterNames}
      today={today}
      reply={useActionData<typeof action>()}
    />
  );
}
