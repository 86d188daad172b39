import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import { deskPath } from "../../rules/desk-filters.ts";
import { RequestTimeline } from "../request-timeline.tsx";
import type { DeskReply } from "./desk-reply.ts";
import styles from "./desk.module.css";
import { FileActions } from "./file-actions.tsx";
import { FileFacts } from "./file-facts.tsx";
import { FileState, ReplyNotice } from "./file-head.tsx";
import { FileReferrals, referralTitle } from "./file-referral.tsx";
import { FileTelephone } from "./file-telephone.tsx";
import { ChildFacts, FileFamily, FileHours, FileWishes } from "./file-summary.tsx";
import { fullName } from "./full-name.ts";

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A request as a record: its summary, what to do next, and its timeline. */
export function RecordPage({
  file,
  quarter,
  reply,
  offers = null,
}: {
  file: CareRequestFile;
  quarter: string | null;
  reply: DeskReply | null;
  /** The offers made so far, as their own room shows them. */
  offers?: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const forms = { at: `/guichet/demandes/${file.id}`, nextId: null, reply };
  const words = "requests:desk.section";
  return (
    <Page
      title={fullName(file.child, t)}
      lead={t("requests:desk.record.lead", { reference: file.reference })}
      back={{ href: deskPath, label: t("requests:desk.record.back") }}
      wide
    >
      <FileState file={file} titled />
      <ReplyNotice reply={reply} />
      <div className={styles.record}>
        <div>
          <section className={styles.proposal}>
            <h2>{referralTitle(file, t)}</h2>
            <FileReferrals file={file} />
            <FileActions file={file} {...forms} />
            <FileTelephone file={file} {...forms} />
          </section>
          {offers && <Section title={t(`${words}.offers`)}>{offers}</Section>}
          <Section title={t(`${words}.hours`)}>
            <FileHours file={file} />
          </Section>
          <Section title={t(`${words}.wishes`)}>
            <FileWishes file={file} />
          </Section>
          <Section title={t(`${words}.facts`)}>
            <FileFacts file={file} {...forms} />
          </Section>
        </div>
        <div>
          <Section title={t(`${words}.child`)}>
            <ChildFacts file={file} />
          </Section>
          <Section title={t(`${words}.family`)}>
            <FileFamily file={file} quarter={quarter} />
          </Section>
          <Section title={t(`${words}.timeline`)}>
            <RequestTimeline steps={file.steps} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
