import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { addMembership } from "#app/access/acts/add-membership.server.ts";
import { disableAccount } from "#app/access/acts/disable-account.server.ts";
import { enableAccount } from "#app/access/acts/enable-account.server.ts";
import { endMembership } from "#app/access/acts/end-membership.server.ts";
import { readAccount } from "#app/access/acts/read-account.server.ts";
import { membershipForm } from "#app/access/rules/administration.ts";
import { AccountPage } from "#app/access/views/account-page.tsx";
import { type SignedVisit, requirePermission } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { redirectWithNotice } from "#app/platform/web/notice.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "administration:accounts");
  const account = await readAccount(visit, params.id!);
  return { title: account.name, account };
}

async function addRole(visit: SignedVisit, request: Request, id: string) {
  const form = await readForm(request, membershipForm);
  if (!form.ok) return form.reply;
  const added = await addMembership(visit, id, form.value);
  if (added.ok) return done(id, "roleAdded");
  const values: Record<string, unknown> = Object.fromEntries(form.formData);
  return data({ values, errors: { place: added.error } }, 422);
}

const done = (id: string, notice: string): Promise<Response> =>
  redirectWithNotice(`/administration/comptes/${id}`, `access:administration.notice.${notice}`);

const refused = (refusal: string) => data({ values: {}, errors: {}, refusal }, 409);

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await requirePermission(request, "administration:accounts");
  const id = params.id!;
  await readAccount(visit, id);
  const posted = await request.clone().formData();
  switch (posted.get("act")) {
    case "end": {
      const ended = await endMembership(visit, id, String(posted.get("membership")));
      return ended.ok ? done(id, "roleEnded") : refused(ended.error);
    }
    case "disable": {
      const disabled = await disableAccount(visit, id);
      return disabled.ok ? done(id, "disabled") : refused(disabled.error);
    }
    case "enable":
      await enableAccount(visit, id);
      return done(id, "enabled");
    default:
      return addRole(visit, request, id);
  }
}

export default function Account(): ReactNode {
  return (
    <AccountPage account={useLoaderData<typeof loader>().account} reply={useActionData<typeof action>()} />
  );
}
