import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import { duplicatesAddress } from "../../rules/duplicates-view.ts";
import { statusMeaning } from "../../rules/lifecycle.ts";
import { nextStepOf } from "../../rules/next-step.ts";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import type { DeskReply } from "./desk-reply.ts";
import styles from "./desk.module.css";

/** The state of a file in a glance, and the sentence that its family reads. `titled`: the page names it already. */
export function FileState({ file, titled = false }: { file: CareRequestFile; titled?: boolean }): ReactNode {
  const { t, language } = useWords();
  const { status, kind, atypicalMinutes, reference } = file;
  const next = nextStepOf(status, file.nextStepBy, file.since as CalendarDay | null, file.today);
  const sentence = t(next.key, { date: next.day ? formatDay(next.day, language) : "" });
  return (
    <>
      <p className={styles.tags}>
        <Tag meaning={statusMeaning[status].meaning}>{t(`requests:status.${status}.desk`)}</Tag>
        <span>{t(`requests:careKind.${kind}`)}</span>
        {atypicalMinutes > 0 && (
          <Tag meaning="neutral" icon="moon">
            {t("requests:desk.row.atypical")}
          </Tag>
        )}
        {!titled && <span className={styles.quiet}>{reference}</span>}
      </p>
      {file.lookalikes > 0 && (
        <Notice meaning="attention">
          <p>
            {t("requests:duplicates.warning", { count: file.lookalikes })}{" "}
            <a className={styles.touch} href={duplicatesAddress(file.childId)}>
              {t("requests:duplicates.compare")}
            </a>
          </p>
        </Notice>
      )}
      <p className={styles.quiet}>
        {t("requests:desk.familyReads", { label: t(`requests:status.${status}.label`), next: sentence })}
      </p>
    </>
  );
}

/** What kept a form from being done: said first, with where to mend it. */
export function ReplyNotice({ reply }: { reply: DeskReply | null }): ReactNode {
  const { t } = useWords();
  if (!reply) return null;
  const { "": whole, ...fields } = reply.errors;
  return (
    <>
      {whole && (
        <Notice meaning="attention" live>
          <p>{t(whole)}</p>
        </Notice>
      )}
      <ErrorSummary errors={Object.entries(fields).map(([name, key]) => ({ name, message: t(key) }))} />
    </>
  );
}
