import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openSession } from "#app/access/acts/open-session.server.ts";
import { useSignInLink } from "#app/access/acts/use-sign-in-link.server.ts";
import { anyone } from "#app/access/visit.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("access:signIn.linkTitle") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visit = await anyone(request);
  const used = await useSignInLink(visit, params.token ?? "");
  if (!used.ok) return data({ error: used.error }, 410);
  return openSession(visit, used.accountId, used.redirectTo);
}

// Mail filters open links before people do: the link is used up by the button, not by the visit.
export default function SignInLink(): ReactNode {
  const { t } = useWords();
  const error = useActionData<typeof action>()?.error;
  return (
    <Page title={t("access:signIn.linkTitle")}>
      {error ? (
        <>
          <Notice meaning="refusal" live>
            <p>{t(error)}</p>
          </Notice>
          <ButtonLink href="/connexion" kind="main">
            {t("access:signIn.again")}
          </ButtonLink>
        </>
      ) : (
        <form method="post">
          <Button kind="main">{t("access:signIn.open")}</Button>
        </form>
      )}
    </Page>
  );
}
