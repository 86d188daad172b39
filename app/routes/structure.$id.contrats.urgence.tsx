import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { openContract } from "#app/attendance/acts/open-contract.server.ts";
import { readEmergency } from "#app/attendance/acts/read-emergency.server.ts";
import { emergencyForm } from "#app/attendance/rules/contract-forms.ts";
import type { ContractReply } from "#app/attendance/views/contract-page.tsx";
import { EmergencyPage } from "#app/attendance/views/emergency-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "contract:change");
  const page = await readEmergency(visit, params.id);
  return { title: visit.t("attendance:contract.emergency.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "contract:change");
  const { facility } = await readEmergency(visit, params.id);
  const form = await readForm(request, emergencyForm);
  if (!form.ok) return data<ContractReply>({ values: form.values, errors: form.errors, refusal: null }, 422);
  const { prenom, nom, section, debut, fin, heures } = form.value;
  const opened = await openContract(visit, {
    facilityId: facility.id,
    sectionId: section,
    firstName: prenom,
    lastName: nom,
    pattern: heures,
    startOn: debut,
    endOn: fin,
  });
  if (!opened.ok) {
    const values = Object.fromEntries(form.formData);
    return data<ContractReply>({ values, errors: {}, refusal: opened }, 409);
  }
  return redirectWithNotice(
    `/structure/${facility.id}/contrats/${opened.agreementId}`,
    "attendance:contract.emergency.done",
  );
}

export default function Emergency(): ReactNode {
  return <EmergencyPage page={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />;
}
