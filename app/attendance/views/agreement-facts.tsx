import type { ReactNode } from "react";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { AgreementStanding, ContractKind, ContractStage } from "../rules/agreement.ts";
import type { AgreementView } from "../rules/agreement-view.ts";
import styles from "./contract-page.module.css";

const standingMeaning = { coming: "neutral", running: "success", ended: "neutral" } as const;

/** Where a contract stands, in words: "En cours", "Adaptation", "Urgence". */
export function ContractTags({
  standing,
  kind,
  stage,
}: {
  standing: AgreementStanding;
  kind: ContractKind;
  stage: ContractStage;
}): ReactNode {
  const { t } = useWords();
  return (
    <p className={styles.tags}>
      <Tag meaning={standingMeaning[standing]}>{t(`attendance:contract.standing.${standing}`)}</Tag>
      {kind !== "regular" && <Tag meaning="attention">{t(`attendance:contract.kind.${kind}`)}</Tag>}
      {stage === "adaptation" && <Tag meaning="information">{t("attendance:contract.stage.adaptation")}</Tag>}
    </p>
  );
}

/** Where, since when, until when, and the week. */
export function AgreementFacts({
  agreement,
  facilityName,
}: {
  agreement: AgreementView;
  facilityName?: string;
}): ReactNode {
  const { t, language } = useWords();
  const { standing, kind, stage, sectionName, pattern, startOn, endOn } = agreement;
  const term = (name: string): string => t(`attendance:contract.term.${name}`);
  const hours = isEmptyPattern(pattern) ? t("attendance:contract.noHours") : <WeekHours pattern={pattern} />;
  return (
    <>
      <ContractTags standing={standing} kind={kind} stage={stage} />
      <Facts
        facts={[
          ...(facilityName ? [{ term: term("facility"), value: facilityName }] : []),
          { term: term("section"), value: sectionName },
          { term: term("since"), value: formatDay(startOn, language) },
          {
            term: term("until"),
            value: endOn ? formatDay(endOn, language) : t("attendance:contract.withoutEnd"),
          },
          { term: term(stage === "adaptation" ? "adaptationHours" : "hours"), value: hours },
        ]}
      />
      {!isEmptyPattern(pattern) && <WeekStrip pattern={pattern} />}
    </>
  );
}
