import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { WelcomePage } from "#app/access/views/welcome-page.tsx";
import { anyone } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await anyone(request);
  return {};
}

export default function Welcome(): ReactNode {
  return <WelcomePage />;
}
