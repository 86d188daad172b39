import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import styles from "./welcome-page.module.css";

const steps = ["ask", "read", "offer", "care"] as const;

/** The first page: one thing to do, and what happens next. */
export function WelcomePage(): ReactNode {
  const { t } = useWords();
  return (
    <Page title={t("access:welcome.title")} lead={t("access:welcome.lead")}>
      <ButtonRow>
        <ButtonLink href="/demandes/nouvelle" kind="main">
          {t("access:welcome.start")}
        </ButtonLink>
        <ButtonLink href="/connexion">{t("access:welcome.follow")}</ButtonLink>
      </ButtonRow>
      <p className={styles.small}>{t("access:welcome.time")}</p>
      <h2>{t("access:welcome.howTitle")}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`access:welcome.${step}.title`)}</strong>
            <span>{t(`access:welcome.${step}.text`)}</span>
          </li>
        ))}
      </ol>
      <h2>{t("access:welcome.alsoTitle")}</h2>
      <ul>
        <li>
          <a href="/structures">{t("access:welcome.directory")}</a>
        </li>
        <li>
          <a href="/places">{t("allocation:search.title")}</a>
        </li>
        <li>
          <a href="/commissions">{t("access:welcome.allocation")}</a>
        </li>
        <li>
          <a href="/aide">{t("access:welcome.help")}</a>
        </li>
      </ul>
    </Page>
  );
}
