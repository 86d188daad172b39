import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { addStaff } from "#app/facilities/acts/add-staff.server.ts";
import { endStaff } from "#app/facilities/acts/end-staff.server.ts";
import { readManaged } from "#app/facilities/acts/read-managed.server.ts";
import { staffEndForm, staffForm } from "#app/facilities/rules/staff-form.ts";
import { StaffPage } from "#app/facilities/views/staff-page.tsx";
import { formatDate } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const view = await readManaged(visit, params.id);
  return { title: visit.t("facilities:settings.staffTitle"), view };
}

const typed = (formData: FormData): Record<string, unknown> =>
  Object.fromEntries(
    [...formData.keys()].map((name) => {
      const values = formData.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "facility:manage");
  const here = `/structure/${params.id}/reglages/equipe`;
  const { language } = visit;
  if ((await request.clone().formData()).get("intent") === "end") {
    const form = await readForm(request, staffEndForm);
    if (!form.ok) return form.reply;
    const { bandIds, from } = form.value;
    const ended = await endStaff(visit, params.id, bandIds, from);
    if (!ended.ok)
      return data({ values: typed(form.formData), errors: { [ended.field]: ended.error as string } }, 409);
    return redirectWithNotice(here, "facilities:settings.done.staffEnded", {
      day: formatDate(from, language),
    });
  }
  const form = await readForm(request, staffForm);
  if (!form.ok) return form.reply;
  const added = await addStaff(visit, params.id, form.value);
  if (!added.ok)
    return data({ values: typed(form.formData), errors: { [added.field]: added.error as string } }, 409);
  const day = formatDate(form.value.validFrom, language);
  return redirectWithNotice(here, "facilities:settings.done.staffAdded", { day });
}

export default function Staff(): ReactNode {
  return <StaffPage view={useLoaderData<typeof loader>().view} reply={useActionData<typeof action>()} />;
}
