import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readQuarterNames } from "#app/advice/acts/read-childminders.server.ts";
import { saveChildminder } from "#app/advice/acts/save-childminder.server.ts";
import { newChildminderForm } from "#app/advice/rules/childminder-form.ts";
import { ChildminderPage } from "#app/advice/views/childminder-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "childminder:manage");
  return {
    title: visit.t("advice:childminders.newTitle"),
    quarterNames: await readQuarterNames(visit.db),
    today: visit.today,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "childminder:manage");
  const form = await readForm(request, newChildminderForm);
  if (!form.ok) return form.reply;
  const saved = await saveChildminder(visit, null, form.value);
  if (saved.ok)
    return redirectWithNotice(`/relais/assistantes-maternelles/${saved.id}`, "advice:childminders.added");
  return data({ values: Object.fromEntries(form.formData), errors: { [saved.field]: saved.error } }, 422);
}

export default function NewChildminder(): ReactNode {
  const { quarterNames, today } = useLoaderData<typeof loader>();
  return (
    <ChildminderPage
      line={null}
      quarterNames={quarterNames}
      today={today}
      reply={useActionData<typeof action>()}
    />
  );
}
