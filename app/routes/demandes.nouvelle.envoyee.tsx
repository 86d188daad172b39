import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { readAskReceipt } from "#app/requests/acts/read-ask-receipt.server.ts";
import { ReceiptPage } from "#app/requests/views/ask/receipt-page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return readAskReceipt(visit, request);
}

export default function AskReceipt(): ReactNode {
  return <ReceiptPage page={useLoaderData<typeof loader>()} />;
}
