import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** What is known, term by term. */
export function Facts({ facts }: { facts: { term: string; value: ReactNode }[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
