import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import styles from "./page.module.css";

type PageProps = {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  back?: { href: string; label?: string };
  /** Where the reader is in a row of pages, above the title. */
  place?: ReactNode;
  /** Desk and dashboard pages use the whole width. */
  wide?: boolean;
  children: ReactNode;
};

/** The inside of every page: one heading, what it is for, its content. */
export function Page({ title, lead, back, place, wide = false, children }: PageProps): ReactNode {
  const { t } = useWords();
  return (
    <main id="contenu" tabIndex={-1} className={wide ? `${styles.main} ${styles.wide}` : styles.main}>
      {back && (
        <a className={styles.back} href={back.href}>
          ← {back.label ?? t("ui:back")}
        </a>
      )}
      {place}
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>
  );
}
