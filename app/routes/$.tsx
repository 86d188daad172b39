import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone, notFound } from "#app/access/visit.server.ts";

// Any other address: matched, so that the page that says so keeps its header, its language and its help.
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await anyone(request);
  throw notFound();
}

export default function Nowhere(): null {
  return null;
}
