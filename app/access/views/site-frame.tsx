import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import styles from "#app/ui/page.module.css";
import type { NavigationEntry } from "../rules/navigation.ts";

export type FrameProps = {
  demonstration: boolean;
  accountName: string | null;
  navigation: NavigationEntry[];
  /** Path and search of the page shown: the language switch comes back to it. */
  path: string;
  notice: { key: string; values?: Record<string, string | number> } | null;
};

/** Changes the language, of a form half filled in too: the form is sent with the choice, and comes back as typed. */
function LanguageSwitch({ path, typedForm }: { path: string; typedForm: string | undefined }): ReactNode {
  const { t, language } = useWords();
  const other = language === "fr" ? "en" : "fr";
  const button = (
    <button className={styles.quiet} form={typedForm} name="langue" value={other} lang={other}>
      {t("ui:otherLanguage")}
    </button>
  );
  if (typedForm)
    return (
      <>
        {/* The Enter key presses the first button of a form: it must not be the language. */}
        <button form={typedForm} className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        {button}
      </>
    );
  return (
    <form method="post" action="/langue">
      <input type="hidden" name="retour" value={path} />
      {button}
    </form>
  );
}

/** What surrounds every page: where we are, who is signed in, in which language. */
export function SiteFrame({
  frame,
  typedForm,
  children,
}: {
  frame: FrameProps;
  /** The form of the page that the language switch must not lose. */
  typedForm?: string;
  children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const pathname = frame.path.split("?")[0];
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#contenu">
        {t("ui:skip")}
      </a>
      <header className={styles.header}>
        {frame.demonstration && <p className={styles.demonstration}>{t("ui:frame.demonstration")}</p>}
        <div className={styles.bar}>
          <a className={styles.brand} href="/">
            <Icon name="house" /> {t("ui:site")}
          </a>
          <nav aria-label={t("ui:mainNavigation")}>
            <ul className={styles.nav}>
              {frame.navigation.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={pathname === href ? "page" : undefined}>
                    {t(label)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.account}>
            <LanguageSwitch path={frame.path} typedForm={typedForm} />
            {frame.accountName === null ? (
              <a className={styles.quiet} href="/connexion">
                {t("ui:frame.signIn")}
              </a>
            ) : (
              <form method="post" action="/deconnexion">
                <span className={styles.name}>{frame.accountName}</span>{" "}
                <button className={styles.quiet}>{t("ui:frame.signOut")}</button>
              </form>
            )}
          </div>
        </div>
      </header>
      {frame.notice && (
        <div className={`${styles.main} no-print`} data-notice>
          <Notice meaning="success" live>
            <p>{t(frame.notice.key, frame.notice.values)}</p>
          </Notice>
        </div>
      )}
      {children}
      <footer className={styles.footer}>
        <div className={styles.bar}>
          <ul className={styles.nav}>
            <li>
              <a href="/aide">{t("ui:help")}</a>
            </li>
            <li>
              <a href="/donnees">{t("ui:personalData")}</a>
            </li>
            {frame.demonstration && (
              <li>
                <a href="/courrier">{t("ui:frame.mailbox")}</a>
              </li>
            )}
          </ul>
        </div>
      </footer>
    </div>
  );
}
