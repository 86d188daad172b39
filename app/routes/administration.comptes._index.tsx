import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readAccounts } from "#app/access/acts/read-accounts.server.ts";
import { AccountsPage } from "#app/access/views/accounts-page.tsx";
import { requirePermission } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await requirePermission(request, "administration:accounts");
  const view = await readAccounts(visit, new URL(request.url).searchParams);
  return { title: visit.t("access:administration.accounts.title"), view };
}

export default function Accounts(): ReactNode {
  return <AccountsPage view={useLoaderData<typeof loader>().view} />;
}
