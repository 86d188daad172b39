import type { ReactNode } from "react";
import { formatDate, formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { AskReceiptPage } from "../../acts/read-ask-receipt.server.ts";
import { fewerDaysText, togetherText } from "../asked-text.ts";
import { AskedLine } from "./asked-line.tsx";
import styles from "./receipt-page.module.css";

/** The acknowledgement: references, what comes next and by when, the link to follow, what the law says. */
export function ReceiptPage({ page }: { page: AskReceiptPage }): ReactNode {
  const { t, language } = useWords();
  const { requests, emails, receivedOn, readBefore, refusedOn, town } = page;
  const list = new Intl.ListFormat(language);
  return (
    <Page
      title={page.title}
      lead={t("families:ask.receipt.lead", { count: requests.length, date: formatDay(receivedOn, language) })}
    >
      {requests.map(({ reference, childFirstName, handlerName, trackingPath, trackingLink, ...asked }) => (
        <section key={reference} className={styles.request} aria-label={reference}>
          <p>
            {childFirstName
              ? t("families:ask.receipt.referenceFor", { name: childFirstName })
              : t("families:ask.receipt.reference")}
          </p>
          <p className={styles.reference}>{reference}</p>
          {handlerName && <p>{t("families:ask.receipt.handler", { name: handlerName })}</p>}
          {asked.minDays !== null && (
            <AskedLine term={t("requests:asked.fewerDays.term")}>{fewerDaysText(asked, t)}</AskedLine>
          )}
          {asked.together.siblings.length > 0 && (
            <AskedLine term={t("requests:asked.together.term")}>
              {togetherText(asked.together, t, language)}
            </AskedLine>
          )}
          <p className="no-print">
            <ButtonLink href={trackingPath}>{t("families:ask.receipt.track")}</ButtonLink>
          </p>
          <p className={styles.link}>
            <small>{t("families:ask.receipt.trackLink", { link: trackingLink })}</small>
          </p>
        </section>
      ))}
      <h2>{t("families:ask.receipt.nextTitle")}</h2>
      <ol className={styles.steps}>
        {emails.length > 0 && <li>{t("families:ask.receipt.mailed", { emails: list.format(emails) })}</li>}
        {readBefore && <li>{t("families:ask.receipt.read", { date: formatDay(readBefore, language) })}</li>}
        <li>{t("families:ask.receipt.proofs")}</li>
        <li>{t("families:ask.receipt.answer")}</li>
      </ol>
      <p className={`${styles.printHint} no-print`}>{t("families:ask.receipt.keep")}</p>
      <section className={styles.legal} aria-labelledby="accuse">
        <h2 id="accuse">{t("families:ask.receipt.legalTitle")}</h2>
        <p>{t("families:ask.receipt.received", { date: formatDate(receivedOn, language) })}</p>
        <p>
          {t("families:ask.receipt.silence", { date: formatDate(refusedOn, language), court: town.court })}
        </p>
        <p>{t("families:ask.receipt.service", { ...town.service })}</p>
      </section>
    </Page>
  );
}
