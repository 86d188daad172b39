import type { ReactNode } from "react";
import styles from "./family.module.css";

/** A part of the page with its heading; folded behind it once the family has its place and seldom needs it. */
export function Part({
  id,
  title,
  folded = false,
  children,
}: {
  id: string;
  title: string;
  folded?: boolean;
  children: ReactNode;
}): ReactNode {
  if (folded) {
    return (
      <details className={styles.folded}>
        <summary>{title}</summary>
        {children}
      </details>
    );
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
