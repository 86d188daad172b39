import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import styles from "./administration.module.css";

const places = [
  { href: "/administration", name: "home" },
  { href: "/administration/comptes", name: "accounts" },
  { href: "/administration/journal", name: "log" },
  { href: "/administration/exploitation", name: "operations" },
] as const;

/** The frame of the administrator's pages: one title, and the others one click away. */
export function AdministrationPage({
  place,
  title,
  lead,
  children,
}: {
  place: (typeof places)[number]["name"];
  /** When it is not the name of the place. */
  title?: string;
  lead?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  return (
    <Page title={title ?? t(`access:administration.${place}.title`)} lead={lead} wide>
      <nav aria-label={t("access:administration.places")} className="no-print">
        <ul className={styles.places}>
          {places.map(({ href, name }) => (
            <li key={name}>
              <a href={href} aria-current={name === place ? "true" : undefined}>
                {t(`access:administration.${name}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Page>
  );
}
