import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import type { MailboxMessage } from "../acts/read-mailbox.server.ts";
import styles from "./mailbox-page.module.css";

const address = /(https?:\/\/\S+)/;

/** The text of a message, with its addresses as links to follow. */
function Text({ text }: { text: string }): ReactNode {
  return (
    <p className={styles.text}>
      {text.split(address).map((part, index) =>
        address.test(part) ? (
          <a key={index} href={new URL(part).pathname}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}

export function MailboxPage({ messages }: { messages: MailboxMessage[] }): ReactNode {
  const { t, language } = useWords();
  return (
    <Page title={t("access:mailbox.title")} lead={t("access:mailbox.lead")}>
      {messages.length === 0 && <p>{t("access:mailbox.empty")}</p>}
      {messages.map((message) => (
        <article key={message.id} className={styles.message}>
          <h2>{message.subject}</h2>
          <p className={styles.to}>
            {t("access:mailbox.to", {
              recipient: message.recipient,
              at: formatInstant(message.createdAt, language),
            })}
          </p>
          <Text text={message.text} />
        </article>
      ))}
    </Page>
  );
}
