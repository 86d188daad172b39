import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { type CareRequestStatus, statusMeaning } from "../../rules/lifecycle.ts";
import type { NextStep } from "../../rules/next-step.ts";
import styles from "./family.module.css";

export function StateTag({ status }: { status: CareRequestStatus }): ReactNode {
  const { t } = useWords();
  return <Tag meaning={statusMeaning[status].meaning}>{t(`requests:status.${status}.label`)}</Tag>;
}

export function NextSentence({ next }: { next: NextStep }): ReactNode {
  const { t, language } = useWords();
  return t(next.key, { date: next.day ? formatDay(next.day, language) : "" });
}

/** Where a request stands, and what comes next: the first thing a family reads. */
export function RequestState({
  status,
  next,
  children,
}: {
  status: CareRequestStatus;
  next: NextStep;
  children?: ReactNode;
}): ReactNode {
  return (
    <div className={styles.status}>
      <StateTag status={status} />
      <p className={styles.next}>
        <NextSentence next={next} />
      </p>
      {children}
    </div>
  );
}
