import type { ReactNode } from "react";
import { type RequestExplanation, oneForEachFacility } from "#app/allocation/rules/explanation.ts";
import type { WaitingRank } from "#app/allocation/rules/waiting-rank.ts";
import { useWords } from "#app/i18n/words.tsx";
import { optionText, waitingText } from "#app/ui/commission-answer-text.ts";
import { explanationDetails, explanationText } from "#app/ui/explanation-text.ts";
import type { AllocationNameTable } from "../rules/meeting-view.ts";
import { allocationNames } from "./allocation-names.ts";
import styles from "./meeting.module.css";

/** Why each place that was asked for was refused, one sentence each, from the certificate of the run. */
export function Refusals({
  explanation,
  table,
  every = false,
  level = 3,
}: {
  explanation: RequestExplanation;
  table: AllocationNameTable;
  /** All that was refused, weeks with fewer days included; else one a facility. */
  every?: boolean;
  /** Of the headings: below the one that leads the list. */
  level?: 3 | 4;
}): ReactNode {
  const { t, language } = useWords();
  const names = allocationNames(table, t, language);
  const Heading = `h${level}` as const;
  const refused = every ? explanation.refused : oneForEachFacility(explanation.refused);
  if (refused.length === 0) return null;
  return (
    <ul className={styles.answers}>
      {refused.map((each) => (
        <li key={each.option}>
          <Heading>{optionText(each, names, t, language)}</Heading>
          <p>{explanationText(each, names, t, language)}</p>
          {explanationDetails(each, names, t, language).map((line) => (
            <p key={line} className={styles.soft}>
              {line}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Its ranks on the waiting lists. */
export function Ranks({ ranks, table }: { ranks: WaitingRank[]; table: AllocationNameTable }): ReactNode {
  const { t, language } = useWords();
  const names = allocationNames(table, t, language);
  if (ranks.length === 0) return null;
  return (
    <ul>
      {ranks.map((rank) => (
        <li key={`${rank.facility}-${rank.section}`}>{waitingText(rank, names, t)}</li>
      ))}
    </ul>
  );
}
