import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { AskStartPage } from "../../acts/read-ask-start.server.ts";
import { askSent } from "../../rules/ask-form-steps.ts";
import styles from "./start-page.module.css";

function Begun({ begun }: { begun: NonNullable<AskStartPage["begun"]> }): ReactNode {
  const { t, language } = useWords();
  const { resumeAt, remaining, keptUntil, childNames } = begun;
  const names = new Intl.ListFormat(language).format(childNames);
  return (
    <Page title={t("families:ask.start.resumeTitle")}>
      <p>
        {childNames.length > 0
          ? t("families:ask.start.resumeFor", { names })
          : t("families:ask.start.resumeBegun")}{" "}
        {remaining === 0
          ? t("families:ask.start.readyToSend")
          : t("families:ask.start.remaining", { count: remaining })}
      </p>
      <p>{t("families:ask.start.keptUntil", { date: formatDay(keptUntil, language) })}</p>
      <ButtonRow>
        <ButtonLink href={resumeAt} kind="main">
          {t("families:ask.start.resume")}
        </ButtonLink>
        <form method="post">
          <Button>{t("families:ask.start.restart")}</Button>
        </form>
      </ButtonRow>
      <p className={styles.note}>{t("families:ask.start.restartHint")}</p>
    </Page>
  );
}

/** The way in: what to have at hand, or the draft this browser began. */
export function StartPage({ page }: { page: AskStartPage }): ReactNode {
  const { t, language } = useWords();
  if (page.begun) return <Begun begun={page.begun} />;
  return (
    <Page title={t("families:ask.start.title")} lead={t("families:ask.start.lead")}>
      {page.lost && (
        <Notice meaning="attention" title={t("families:ask.start.lostTitle")}>
          <p>{t("families:ask.start.lost")}</p>
        </Notice>
      )}
      {page.sent.length > 0 && (
        <Notice
          meaning="success"
          title={t("families:ask.start.sent", {
            count: page.sent.length,
            references: new Intl.ListFormat(language).format(page.sent),
          })}
        >
          <p>
            <a href={askSent}>{t("families:ask.start.seeReceipt")}</a>
          </p>
        </Notice>
      )}
      <h2 className={styles.have}>{t("families:ask.start.haveTitle")}</h2>
      <ul>
        {["children", "hours", "address", "email"].map((needed) => (
          <li key={needed}>{t(`families:ask.start.have.${needed}`)}</li>
        ))}
      </ul>
      <p>{t("families:ask.start.noPaper")}</p>
      <form method="post">
        <ButtonRow>
          <Button kind="main">
            {t(page.sent.length > 0 ? "families:ask.start.another" : "families:ask.start.begin")}
          </Button>
        </ButtonRow>
      </form>
      <p className={styles.note}>
        {t("families:ask.start.privacy")} <a href="/donnees">{t("families:ask.start.privacyLink")}</a>
      </p>
    </Page>
  );
}
