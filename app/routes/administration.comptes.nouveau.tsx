import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openAccount } from "#app/access/acts/open-account.server.ts";
import { accountForm } from "#app/access/rules/administration.ts";
import { NewAccountPage } from "#app/access/views/new-account-page.tsx";
import { requirePermission } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "administration:accounts");
  return { title: visit.t("access:administration.newAccount.title") };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "administration:accounts");
  const form = await readForm(request, accountForm);
  if (!form.ok) return form.reply;
  const opened = await openAccount(visit, form.value);
  if (!opened.ok) return data({ values: form.value, errors: { email: opened.error } }, 422);
  return redirectWithNotice(
    `/administration/comptes/${opened.accountId}`,
    "access:administration.notice.opened",
  );
}

export default function NewAccount(): ReactNode {
  return <NewAccountPage reply={useActionData<typeof action>()} />;
}
