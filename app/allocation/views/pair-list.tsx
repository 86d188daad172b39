import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import type { PlaceChoice } from "../rules/offer-form.ts";
import { pairSearch } from "../rules/pair-form.ts";
import type { SearchAnswer } from "../rules/place-answer.ts";
import { PairParts, usePlaceName } from "./search-answer.tsx";
import styles from "./search-page.module.css";

/** Two places that go together, beside the single ones; open at once when no place alone is enough. */
export function PairList({
  pairs,
  choice,
  open,
}: {
  pairs: SearchAnswer["pairs"];
  choice: PlaceChoice;
  open: boolean;
}): ReactNode {
  const { t } = useWords();
  const nameOf = usePlaceName();
  return (
    <details open={open} className={styles.names}>
      <summary>{t("allocation:bundle.titleMake")}</summary>
      <p>{t("allocation:bundle.noteMake")}</p>
      <ul className={styles.pairs}>
        {pairs.map(({ parts, cuts }) => (
          <li key={`${parts[0].sectionId} ${parts[1].sectionId}`} className={styles.card}>
            <PairParts parts={parts} />
            {cuts > 0 && <p>{t("allocation:search.cuts", { count: cuts })}</p>}
            <ButtonLink small href={pairSearch(choice, [parts[0].sectionId, parts[1].sectionId])}>
              {t("allocation:bundle.choose")}
              <span className="visually-hidden"> {parts.map(({ place }) => nameOf(place)).join(", ")}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
