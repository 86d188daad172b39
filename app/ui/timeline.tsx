import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { Meaning } from "./notice.tsx";
import styles from "./timeline.module.css";

export type TimelineItem = {
  key: string;
  title: string;
  /** When, already in the reader's words. */
  at: string;
  detail?: ReactNode;
  meaning: Meaning | "neutral";
};

/** What happened, one line an event; the words carry the meaning, the mark only repeats it. */
export function Timeline({ items }: { items: TimelineItem[] }): ReactNode {
  return (
    <ol className={styles.timeline}>
      {items.map(({ key, title, at, detail, meaning }) => (
        <li key={key} className={styles.item}>
          <span className={`${styles.mark} ${styles[meaning]}`}>
            <Icon name={meaning === "neutral" ? "clock" : meaning} />
          </span>
          <p className={styles.title}>{title}</p>
          <p className={styles.at}>{at}</p>
          {detail && <div className={styles.detail}>{detail}</div>}
        </li>
      ))}
    </ol>
  );
}
