import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { readMailbox } from "#app/access/acts/read-mailbox.server.ts";
import { MailboxPage } from "#app/access/views/mailbox-page.tsx";
import { anyone } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("access:mailbox.title"), messages: await readMailbox(visit) };
}

export default function Mailbox(): ReactNode {
  return <MailboxPage messages={useLoaderData<typeof loader>().messages} />;
}
