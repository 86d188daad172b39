import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { requirePermission } from "#app/access/visit.server.ts";
import { referFromCaf } from "#app/partners/acts/refer-from-caf.server.ts";
import { cafReferralForm } from "#app/partners/rules/caf-referral.ts";
import { CafPage } from "#app/partners/views/caf-page.tsx";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";
import { readCafReferrals } from "#app/requests/acts/read-caf-referrals.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "cafReferral:make");
  return {
    title: visit.t("partners:caf.title"),
    referrals: await readCafReferrals(visit.db, visit.actor.accountId),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "cafReferral:make");
  const form = await readForm(request, cafReferralForm);
  if (!form.ok) return form.reply;
  const referred = await referFromCaf(visit, form.value);
  if (!referred.ok) return data({ values: form.value, errors: { [referred.field]: referred.error } }, 422);
  return redirectWithNotice("/caf", "partners:caf.sent");
}

export default function CafDoor(): ReactNode {
  return (
    <CafPage referrals={useLoaderData<typeof loader>().referrals} reply={useActionData<typeof action>()} />
  );
}
