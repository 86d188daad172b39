import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { readManaged } from "#app/facilities/acts/read-managed.server.ts";
import { stateSettings } from "#app/facilities/acts/state-settings.server.ts";
import { settingsForm } from "#app/facilities/rules/settings-form.ts";
import { RulesPage } from "#app/facilities/views/rules-page.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const view = await readManaged(visit, params.id);
  return { title: visit.t("facilities:settings.rulesTitle"), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const form = await readForm(request, settingsForm);
  if (!form.ok) return form.reply;
  const stated = await stateSettings(visit, params.id, form.value);
  if (!stated.ok)
    return data(
      { values: Object.fromEntries(form.formData), errors: { [stated.field]: stated.error as string } },
      409,
    );
  const day = formatDate(form.value.validFrom, visit.language);
  return redirectWithNotice(`/structure/${params.id}/reglages`, "facilities:settings.done.rules", { day });
}

export default function Rules(): ReactNode {
  return <RulesPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />;
}
