import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { FamilyRequestPage } from "../../acts/read-family-request.server.ts";
import styles from "./family.module.css";

/** The advice of the relais petite enfance, in its own words. */
export function AdviceSection({ advice }: Pick<FamilyRequestPage, "advice">): ReactNode {
  const { t, language } = useWords();
  return (
    <section aria-labelledby="advice">
      <h2 id="advice">{t("allocation:family.advice.title")}</h2>
      <ul className={styles.list}>
        {advice.map(({ code, text, at }) => (
          <li key={String(at)} className={styles.card}>
            <h3>{t(`advice:code.${code}`)}</h3>
            {text && <p>{text}</p>}
            <p className={styles.small}>
              {t("allocation:family.advice.given", { at: formatInstant(at, language) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
