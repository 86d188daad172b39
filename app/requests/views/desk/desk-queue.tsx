import type { ReactNode } from "react";
import { formatDate, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { deskAddress, noFilters } from "../../rules/desk-filters.ts";
import { duplicatesPath } from "../../rules/duplicates-view.ts";
import type { DeskRowView, DeskView } from "../../rules/desk-view.ts";
import { statusMeaning } from "../../rules/lifecycle.ts";
import styles from "./desk.module.css";
import { fullName } from "./full-name.ts";

function Row({
  row,
  today,
  href,
  open,
}: {
  row: DeskRowView;
  today: string;
  href: string;
  open: boolean;
}): ReactNode {
  const { t, language } = useWords();
  const { nextStepBy, proofs, status } = row;
  const forDesk = statusMeaning[status].waitsFor === "desk";
  const late = forDesk && nextStepBy !== null && nextStepBy < today;
  return (
    <li>
      <a className={styles.row} href={href} aria-current={open ? "true" : undefined}>
        <strong>{fullName(row.child, t)}</strong>
        <span className={styles.quiet}>
          {t(`requests:careKind.${row.kind}`)} ·{" "}
          {t("requests:desk.row.start", { date: formatDate(row.startOn, language) })}
        </span>
        <span className={styles.tags}>
          {!forDesk && (
            <Tag meaning={statusMeaning[status].meaning}>{t(`requests:status.${status}.desk`)}</Tag>
          )}
          {late && (
            <Tag meaning="attention">
              {t("requests:desk.row.late", { date: formatShortDay(nextStepBy, language) })}
            </Tag>
          )}
          {forDesk && nextStepBy !== null && !late && (
            <span className={styles.quiet}>
              {t("requests:desk.row.due", { date: formatShortDay(nextStepBy, language) })}
            </span>
          )}
          {row.atypicalMinutes > 0 && (
            <Tag meaning="neutral" icon="moon">
              {t("requests:desk.row.atypical")}
            </Tag>
          )}
          {proofs.received > 0 && (
            <Tag meaning="information">
              {t("requests:desk.row.proofsReceived", { count: proofs.received })}
            </Tag>
          )}
          {proofs.asked > 0 && (
            <Tag meaning="neutral">{t("requests:desk.row.proofsAsked", { count: proofs.asked })}</Tag>
          )}
        </span>
      </a>
    </li>
  );
}

function Empty({ desk }: { desk: DeskView }): ReactNode {
  const { t } = useWords();
  const plain = deskAddress({ ...desk.filters, page: 1, open: null }) === deskAddress(noFilters);
  const kind = plain ? "toRead" : "filtered";
  return (
    <div className={styles.empty}>
      <h2>{t(`requests:desk.empty.${kind}Title`)}</h2>
      <p>{t(`requests:desk.empty.${kind}`)}</p>
      <ButtonLink small href={deskAddress({ ...noFilters, status: "all" })}>
        {t("requests:desk.empty.all")}
      </ButtonLink>
    </div>
  );
}

/** What waits, what is due first, first. */
export function DeskQueue({ desk }: { desk: DeskView }): ReactNode {
  const { t } = useWords();
  const { filters, rows, file, total, pages, today } = desk;
  if (rows.length === 0) return <Empty desk={desk} />;
  return (
    <>
      <p className={styles.total}>{t("requests:desk.count", { count: total })}</p>
      {desk.mayDecideDuplicates && (
        <p>
          <a className={styles.touch} href={duplicatesPath}>
            {t("requests:duplicates.link")}
          </a>
        </p>
      )}
      <nav aria-label={t("requests:desk.queue")} data-queue>
        <ol className={styles.rows}>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              today={today}
              href={deskAddress({ ...filters, open: row.id })}
              open={row.id === file?.id}
            />
          ))}
        </ol>
      </nav>
      <Pagination
        page={filters.page}
        pages={pages}
        href={(page) => deskAddress({ ...filters, page, open: null })}
      />
    </>
  );
}
