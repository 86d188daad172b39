import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "#app/access/acts/close-session.server.ts";
import { anyone } from "#app/access/visit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await anyone(request);
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  return closeSession(visit, request);
}
