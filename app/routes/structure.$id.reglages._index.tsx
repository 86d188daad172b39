import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { forgetSettings } from "#app/facilities/acts/forget-settings.server.ts";
import { readManaged } from "#app/facilities/acts/read-managed.server.ts";
import { statePhone } from "#app/facilities/acts/state-phone.server.ts";
import { stateWalking } from "#app/facilities/acts/state-walking.server.ts";
import { phoneForm, versionForm, walkingForm } from "#app/facilities/rules/settings-form.ts";
import { SettingsPage } from "#app/facilities/views/settings-page.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const view = await readManaged(visit, params.id);
  return { title: visit.t("facilities:settings.title", { facility: view.facility.name }), view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const here = `/structure/${params.id}/reglages`;
  const intent = (await request.clone().formData()).get("intent");
  if (intent === "phone") {
    const form = await readForm(request, phoneForm);
    if (!form.ok) return form.reply;
    await statePhone(visit, params.id, form.value.phone);
    return redirectWithNotice(here, "facilities:settings.done.phone");
  }
  if (intent === "walking") {
    const form = await readForm(request, walkingForm);
    if (!form.ok) return form.reply;
    await stateWalking(visit, params.id, form.value.sectionId, form.value.walking);
    return redirectWithNotice(`${here}#${form.value.sectionId}`, "facilities:settings.done.walking");
  }
  const form = await readForm(request, versionForm);
  if (!form.ok) return form.reply;
  const { validFrom } = form.value;
  if (!(await forgetSettings(visit, params.id, validFrom)))
    return data({ values: {}, errors: { history: "facilities:settings.error.begun" } }, 409);
  const day = formatDate(validFrom, visit.language);
  return redirectWithNotice(here, "facilities:settings.done.forgotten", { day });
}

export default function Settings(): ReactNode {
  return <SettingsPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />;
}
