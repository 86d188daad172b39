import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import styles from "./figure.module.css";

/** Pictures beside each other where there is room. */
export function Figures({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.figures}>{children}</div>;
}

/** A picture with what it says in one sentence, its definitions and source, and its table twin. */
export function Figure({
  title,
  reading,
  notes,
  table,
  children,
}: {
  title: string;
  /** What to see in it, in one sentence. */
  reading?: ReactNode;
  /** Definitions, then the source. */
  notes: string[];
  /** The same figures as a table. */
  table: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3>{title}</h3>
        {reading && <p>{reading}</p>}
      </figcaption>
      {children}
      <div className={styles.notes}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <details className={styles.twin}>
        <summary>{t("ui:seeTable")}</summary>
        {table}
      </details>
    </figure>
  );
}

/** One figure in large, with its name and, below, what to compare it with. */
export function KeyFigures({
  figures,
}: {
  figures: { term: string; value: ReactNode; note?: ReactNode }[];
}): ReactNode {
  return (
    <dl className={styles.keys}>
      {figures.map(({ term, value, note }) => (
        <div key={term} className={styles.key}>
          <dt>{term}</dt>
          <dd className={styles.value}>{value}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
