import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { anyone } from "#app/access/visit.server.ts";
import { languageOf } from "#app/i18n/translator.ts";
import { languageCookie } from "#app/platform/web/cookies.server.ts";
import { safeRedirect } from "#app/platform/web/redirect.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await anyone(request);
  return redirect("/");
}

export async function action({ request }: ActionFunctionArgs) {
  await anyone(request);
  const form = await request.formData();
  const language = languageOf(form.get("langue"), null);
  return redirect(safeRedirect(form.get("retour")), {
    status: 303,
    headers: { "Set-Cookie": await languageCookie().serialize(language) },
  });
}
