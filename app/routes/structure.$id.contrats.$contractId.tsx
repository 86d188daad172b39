import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { amendContract } from "#app/attendance/acts/amend-contract.server.ts";
import { endContract } from "#app/attendance/acts/end-contract.server.ts";
import { giveAdaptation } from "#app/attendance/acts/give-adaptation.server.ts";
import { openOccasional } from "#app/attendance/acts/open-occasional.server.ts";
import { readContract } from "#app/attendance/acts/read-contract.server.ts";
import { requireAgreement } from "#app/attendance/acts/require-agreement.server.ts";
import { contractForm } from "#app/attendance/rules/contract-forms.ts";
import { ContractPage, type ContractReply } from "#app/attendance/views/contract-page.tsx";
import { formatShortDay } from "#app/i18n/format.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "contract:read");
  const page = await readContract(visit, params.id, params.contractId);
  return { title: visit.t("attendance:contract.title"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "contract:change");
  const { agreementId, facility } = await requireAgreement(visit, visit.db, params.id, params.contractId);
  const form = await readForm(request, contractForm);
  if (!form.ok) return data<ContractReply>({ values: form.values, errors: form.errors, refusal: null }, 422);
  const asked = form.value;
  if (asked.acte === "occasional") {
    const opened = await openOccasional(visit, {
      facilityId: facility.id,
      agreementId,
      sectionId: asked.section,
      startOn: asked.debut,
      endOn: asked.fin,
    });
    if (opened.ok)
      return redirectWithNotice(
        `/structure/${facility.id}/contrats/${opened.agreementId}`,
        "attendance:occasional.contract.done",
      );
    const values = Object.fromEntries(form.formData);
    return data<ContractReply>({ values, errors: {}, refusal: opened }, 409);
  }
  const which = { facilityId: facility.id, agreementId, version: asked.version };
  const made =
    asked.acte === "amend"
      ? await amendContract(visit, {
          ...which,
          from: asked.depuis,
          sectionId: asked.section,
          pattern: asked.heures,
          endOn: asked.fin ?? null,
        })
      : asked.acte === "adapt"
        ? await giveAdaptation(visit, { ...which, until: asked.jusquau, pattern: asked.heuresAdaptation })
        : await endContract(visit, {
            ...which,
            by: "facility",
            lastDay: asked.dernierJour,
            reason: asked.motif ?? null,
          });
  if (!made.ok) {
    const values = Object.fromEntries(form.formData);
    return data<ContractReply>({ values, errors: {}, refusal: made }, 409);
  }
  const here = `/structure/${facility.id}/contrats/${agreementId}`;
  const { changed, lostAbsences } = made;
  if (!changed) return redirectWithNotice(here, "attendance:contract.done.same");
  if (lostAbsences.length === 0) return redirectWithNotice(here, `attendance:contract.done.${asked.acte}`);
  const days = lostAbsences.map(({ day }) => formatShortDay(day, visit.language)).join(", ");
  return redirectWithNotice(here, "attendance:contract.done.lostAbsences", { days });
}

export default function Contract(): ReactNode {
  return <ContractPage page={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />;
}
