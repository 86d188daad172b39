import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readAskStart } from "#app/requests/acts/read-ask-start.server.ts";
import { readDraft } from "#app/requests/acts/read-draft.server.ts";
import { startDraft } from "#app/requests/acts/start-draft.server.ts";
import { stopAddress } from "#app/requests/rules/ask-form-steps.ts";
import { StartPage } from "#app/requests/views/ask/start-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return readAskStart(visit, request);
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const present = await readDraft(visit, request);
  const { cookie } = await startDraft(visit, { replacing: present?.id ?? null });
  return redirect(stopAddress({ step: "children", child: 0 }), {
    status: 303,
    headers: { "Set-Cookie": cookie },
  });
}

export default function AskStart(): ReactNode {
  return <StartPage page={useLoaderData<typeof loader>()} />;
}
