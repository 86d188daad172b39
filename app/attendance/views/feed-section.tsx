import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FeedLine } from "../acts/read-feeds.server.ts";
import styles from "./feed-section.module.css";

export type FeedReply = { address: string } | { error: string };

/** The private addresses of a calendar: made, read again by a telephone, cut. */
export function FeedSection({
  feeds,
  reply,
  facility = false,
}: {
  feeds: FeedLine[];
  reply: FeedReply | undefined;
  /** A facility's calendar, for the diary of its team. */
  facility?: boolean;
}): ReactNode {
  const { t, language } = useWords();
  const of = facility ? "Facility" : "";
  return (
    <details className={`${styles.feeds} no-print`} open={reply !== undefined || undefined}>
      <summary>
        <h2>{t(`attendance:feed.title${of}`)}</h2>
      </summary>
      {reply && "address" in reply && (
        <Notice meaning="success" title={t("attendance:feed.created")} live>
          <p>{t("attendance:feed.once")}</p>
          <TextField
            name="address"
            label={t("attendance:feed.address")}
            readOnly
            defaultValue={reply.address}
            data-feed-address
          />
          <p>
            <ButtonLink href={reply.address.replace(/^https?:/, "webcal:")}>
              {t("attendance:feed.subscribe")}
            </ButtonLink>
          </p>
        </Notice>
      )}
      {reply && "error" in reply && (
        <Notice meaning="attention" live>
          <p>{t(reply.error)}</p>
        </Notice>
      )}
      <p>{t(`attendance:feed.lead${of}`)}</p>
      <p>{t("attendance:feed.private")}</p>
      <form method="post">
        <Button name="feed" value="create">
          {t("attendance:feed.create")}
        </Button>
      </form>
      {feeds.length === 0 ? (
        <p>{t("attendance:feed.none")}</p>
      ) : (
        <DataTable
          caption={t("attendance:feed.list")}
          rows={feeds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "created",
              header: t("attendance:feed.createdOn"),
              cell: ({ createdAt }) => formatInstant(createdAt, language),
            },
            {
              key: "read",
              header: t("attendance:feed.lastRead"),
              cell: ({ lastReadAt }) =>
                lastReadAt ? formatInstant(lastReadAt, language) : t("attendance:feed.never"),
            },
            {
              key: "act",
              header: t("attendance:feed.act"),
              cell: ({ id, createdAt }) => (
                <form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button
                    small
                    kind="refusal"
                    name="feed"
                    value="revoke"
                    aria-label={t("attendance:feed.revokeOf", {
                      day: formatInstant(createdAt, language),
                    })}
                  >
                    {t("attendance:feed.revoke")}
                  </Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </details>
  );
}
