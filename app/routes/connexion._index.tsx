import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openSession } from "#app/access/acts/open-session.server.ts";
import { readSignInPage, readDemonstrationAccount } from "#app/access/acts/read-sign-in-page.server.ts";
import { sendSignInLink } from "#app/access/acts/send-sign-in-link.server.ts";
import { homeOf } from "#app/access/rules/navigation.ts";
import { signInForm } from "#app/access/rules/sign-in.ts";
import { SignInPage } from "#app/access/views/sign-in-page.tsx";
import { anyone } from "#app/access/visit.server.ts";
import { readForm } from "#app/platform/web/form.server.ts";
import { allowAttempt } from "#app/platform/web/rate-limit.server.ts";
import { safeRedirect } from "#app/platform/web/redirect.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  if (visit.actor) throw redirect(homeOf(visit.actor));
  const to = safeRedirect(new URL(request.url).searchParams.get("retour"), "");
  return { title: visit.t("access:signIn.title"), page: await readSignInPage(visit), to };
}

export async function action({ request }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const copy = request.clone();
  const posted = await copy.formData();
  const account = await readDemonstrationAccount(visit, posted.get("compte"));
  if (account) return openSession(visit, account, safeRedirect(posted.get("retour"), ""));
  const form = await readForm(request, signInForm);
  if (!form.ok) return form.reply;
  if (await allowAttempt("sign-in", form.value.email))
    await sendSignInLink(visit, form.value.email, form.value.retour);
  return redirect("/connexion/envoye", 303);
}

export default function SignIn(): ReactNode {
  const { page, to } = useLoaderData<typeof loader>();
  return <SignInPage page={page} to={to} reply={useActionData<typeof action>()} />;
}
