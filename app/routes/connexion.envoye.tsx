import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { anyone } from "#app/access/visit.server.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request);
  return { title: visit.t("access:signIn.sentTitle") };
}

export default function SignInLinkSent(): ReactNode {
  const { t } = useWords();
  return (
    <Page
      title={t("access:signIn.sentTitle")}
      lead={t("access:signIn.sentLead")}
      back={{ href: "/connexion" }}
    >
      <p>{t("access:signIn.sentNext")}</p>
    </Page>
  );
}
