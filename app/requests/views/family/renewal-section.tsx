import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import type { RenewalView } from "../../acts/read-renewal.server.ts";
import styles from "./family.module.css";

type Props = {
  renewal: RenewalView;
  at: string;
  /** What the form posts to say yes, besides the version. */
  yes: { name: string; value: string };
};

function Yes({ renewal, at, yes, children }: Props & { children: ReactNode }): ReactNode {
  return (
    <form method="post" action={at}>
      <input type="hidden" name={yes.name} value={yes.value} />
      <input type="hidden" name="version" value={renewal.version} />
      {children}
    </form>
  );
}

/** Asked whether the request still stands, or closed for want of news: one button answers. */
export function RenewalSection(props: Props): ReactNode {
  const { t, language } = useWords();
  const { renewal, at } = props;
  const { may, renewBy, reopenBy, sentOn } = renewal;
  if (!may.renew && !may.reopen) return null;
  const day = may.renew ? renewBy : reopenBy;
  const date = day ? formatDay(day, language) : "";
  const kind = may.reopen ? "lapsed" : day ? "asked" : "askedUndated";
  return (
    <section className={`${styles.card} ${styles.task}`} aria-labelledby="renewal">
      <h2 id="renewal">{t(may.renew ? "requests:renewal.title" : "requests:renewal.lapsedTitle")}</h2>
      <p>{t(`requests:renewal.${kind}`, { date })}</p>
      <p>{t("requests:renewal.seniority", { since: formatDay(sentOn, language) })}</p>
      {may.renew && <p className={styles.small}>{t("requests:renewal.why")}</p>}
      <Yes {...props}>
        <ButtonRow>
          <Button kind="main">{t(may.renew ? "requests:renewal.yes" : "requests:renewal.reopen")}</Button>
          {may.renew && (
            <ButtonLink kind="quiet" href={`${at}?retirer=oui#retirer`}>
              {t("requests:renewal.no")}
            </ButtonLink>
          )}
        </ButtonRow>
      </Yes>
    </section>
  );
}

/** Nobody has asked yet: when it was last confirmed, and a button for those who like to say so early. */
export function EarlyRenewal(props: Props): ReactNode {
  const { t, language } = useWords();
  const { may, confirmedOn, askedAgainOn } = props.renewal;
  if (!may.confirm) return null;
  const values = {
    date: formatDay(confirmedOn, language),
    again: formatDay(askedAgainOn, language),
  };
  return (
    <section aria-labelledby="renewal">
      <h2 id="renewal">{t("requests:renewal.earlyTitle")}</h2>
      <p>{t("requests:renewal.early", values)}</p>
      <Yes {...props}>
        <Button small>{t("requests:renewal.earlyButton")}</Button>
      </Yes>
    </section>
  );
}
