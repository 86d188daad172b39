import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import { deskAddress } from "../../rules/desk-filters.ts";
import type { DeskView } from "../../rules/desk-view.ts";
import { RequestTimeline } from "../request-timeline.tsx";
import { DeskFiltersForm } from "./desk-filters-form.tsx";
import { DeskQueue } from "./desk-queue.tsx";
import type { DeskReply } from "./desk-reply.ts";
import { DeskShortcuts } from "./desk-shortcuts.tsx";
import styles from "./desk.module.css";
import { FileActions, type FileForms } from "./file-actions.tsx";
import { FileFacts } from "./file-facts.tsx";
import { FileState, ReplyNotice } from "./file-head.tsx";
import { FileReferrals, referralTitle } from "./file-referral.tsx";
import { FileTelephone } from "./file-telephone.tsx";
import { ChildFacts, FileFamily, FileHours, FileWishes } from "./file-summary.tsx";
import { fullName } from "./full-name.ts";

/** One file after the other: where we are in the queue, back and forth. */
function Walk({ desk }: { desk: DeskView }): ReactNode {
  const { t } = useWords();
  const { filters, position, total, previousId, nextId, pages } = desk;
  const following = nextId
    ? deskAddress({ ...filters, open: nextId })
    : filters.page < pages && position !== null
      ? deskAddress({ ...filters, page: filters.page + 1, open: null })
      : null;
  return (
    <div className={styles.walk}>
      <a className={styles.backToQueue} href={deskAddress({ ...filters, open: null })}>
        ← {t("requests:desk.back")}
      </a>
      {position !== null && (
        <span className={styles.quiet}>{t("requests:desk.position", { position, total })}</span>
      )}
      <span className={styles.steps}>
        {previousId && (
          <a className={styles.touch} data-shortcut="k" href={deskAddress({ ...filters, open: previousId })}>
            ← {t("requests:desk.previous")}
          </a>
        )}
        {following && (
          <a className={styles.touch} data-shortcut="j" href={following}>
            {t("requests:desk.next")} →
          </a>
        )}
      </span>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function OpenFile({
  file,
  quarter,
  ...forms
}: { file: CareRequestFile; quarter: string | null } & FileForms): ReactNode {
  const { t } = useWords();
  return (
    <article aria-labelledby="open-file">
      <h2 id="open-file" className={styles.name}>
        {fullName(file.child, t)}
      </h2>
      <FileState file={file} />
      <ReplyNotice reply={forms.reply} />
      <section className={styles.proposal}>
        <h3>{referralTitle(file, t)}</h3>
        <FileReferrals file={file} />
        <FileActions file={file} {...forms} />
        <FileTelephone file={file} {...forms} />
      </section>
      <Section title={t("requests:desk.section.hours")}>
        <FileHours file={file} />
      </Section>
      <Section title={t("requests:desk.section.child")}>
        <ChildFacts file={file} />
      </Section>
      <Section title={t("requests:desk.section.wishes")}>
        <FileWishes file={file} />
      </Section>
      <Section title={t("requests:desk.section.facts")}>
        <FileFacts file={file} {...forms} />
      </Section>
      <Section title={t("requests:desk.section.family")}>
        <FileFamily file={file} quarter={quarter} />
      </Section>
      <Section title={t("requests:desk.section.timeline")}>
        <RequestTimeline steps={file.steps} />
        <ButtonLink small href={`/guichet/demandes/${file.id}`}>
          {t("requests:desk.whole")}
        </ButtonLink>
      </Section>
    </article>
  );
}

/** The queue on the left, the file on the right; on a phone, one or the other. */
export function DeskPage({ desk, reply }: { desk: DeskView; reply: DeskReply | null }): ReactNode {
  const { t } = useWords();
  const { filters, file } = desk;
  return (
    <Page title={t("requests:desk.title")} wide>
      <DeskShortcuts />
      <div className={styles.desk} data-reading={filters.open !== null || undefined}>
        <div className={styles.queue}>
          <DeskFiltersForm desk={desk} />
          <DeskQueue desk={desk} />
        </div>
        {file && (
          <section className={styles.file} aria-label={t("requests:desk.file")}>
            <Walk desk={desk} />
            <OpenFile
              file={file}
              quarter={desk.quarter}
              at={deskAddress({ ...filters, open: file.id })}
              nextId={desk.nextId}
              reply={reply}
            />
          </section>
        )}
      </div>
    </Page>
  );
}
