import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { KeyFigures } from "#app/ui/figure.tsx";
import type { AdministrationView } from "../acts/read-administration.server.ts";
import { AdministrationPage } from "./administration-page.tsx";

/** What an administrator wants to know before anything else. */
export function AdministrationHome({ view }: { view: AdministrationView }): ReactNode {
  const { t, language } = useWords();
  const key = (name: keyof AdministrationView, href: string) => ({
    term: t(`access:administration.home.${name}`),
    value: formatNumber(view[name], language),
    note: <a href={href}>{t(`access:administration.home.see.${name}`)}</a>,
  });
  return (
    <AdministrationPage place="home" lead={t("access:administration.home.lead")}>
      <KeyFigures
        figures={[
          key("staffAccounts", "/administration/comptes"),
          key("disabledAccounts", "/administration/comptes?role=any"),
          key("readsOfTheDay", "/administration/journal"),
          key("failedJobs", "/administration/exploitation"),
          key("failedMessages", "/administration/exploitation"),
        ]}
      />
    </AdministrationPage>
  );
}
