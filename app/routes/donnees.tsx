import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { TextPage } from "#app/access/views/text-page.tsx";
import { anyone } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("access:data.title") };
}

export default function Text(): ReactNode {
  return <TextPage page="data" />;
}
