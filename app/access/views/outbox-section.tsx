import type { ReactNode } from "react";
import { formatInstant, formatNumber } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { OperationsView } from "../acts/read-operations.server.ts";
import styles from "./administration.module.css";

/** Messages that left, that wait, and that could not leave. */
export function OutboxSection({ outbox }: { outbox: OperationsView["outbox"] }): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      <h2>{t("access:administration.operations.messages")}</h2>
      <Facts
        facts={(["sent", "waiting", "failed"] as const).map((state) => ({
          term: t(`access:administration.operations.message.${state}`),
          value: formatNumber(outbox[state], language),
        }))}
      />
      {outbox.troubled.length > 0 && (
        <DataTable
          caption={t("access:administration.operations.troubled")}
          rows={outbox.troubled}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "id",
              header: t("access:administration.operations.reason"),
              cell: ({ id }) => <span className={styles.wrap}>{id}</span>,
            },
            {
              key: "attempts",
              header: t("access:administration.operations.attempts"),
              number: true,
              cell: ({ attempts }) => formatNumber(attempts, language),
            },
            {
              key: "error",
              header: t("access:administration.operations.error"),
              cell: ({ lastError }) => <span className={styles.wrap}>{lastError}</span>,
            },
            {
              key: "next",
              header: t("access:administration.operations.next"),
              cell: ({ id, nextAttemptAt }) =>
                nextAttemptAt ? (
                  formatInstant(nextAttemptAt, language)
                ) : (
                  <form method="post">
                    <input type="hidden" name="message" value={id} />
                    <Button
                      name="act"
                      value="retry"
                      small
                      aria-label={t("access:administration.operations.retryNamed", { id })}
                    >
                      {t("access:administration.operations.retry")}
                    </Button>
                  </form>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
