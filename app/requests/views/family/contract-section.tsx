import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { FamilyRequestPage } from "../../acts/read-family-request.server.ts";

type Contract = FamilyRequestPage["request"]["contracts"][number];

/** The place a child has: where, when, and the way to its calendar. */
export function ContractSection({ contract }: { contract: Contract }): ReactNode {
  const { t, language } = useWords();
  const { id, facilityName, sectionName, pattern, startOn, endOn } = contract;
  const term = (name: string): string => t(`allocation:offer.term.${name}`);
  return (
    <section aria-labelledby={`contract-${id}`}>
      <h2 id={`contract-${id}`}>{t("allocation:family.contract.title")}</h2>
      <Facts
        facts={[
          { term: term("facility"), value: facilityName },
          { term: term("section"), value: sectionName },
          { term: term("start"), value: formatDay(startOn, language) },
          ...(endOn ? [{ term: term("end"), value: formatDay(endOn, language) }] : []),
          { term: term("hours"), value: <WeekHours pattern={pattern} /> },
        ]}
      />
      <WeekStrip pattern={pattern} />
      <ButtonRow>
        <ButtonLink kind="main" href="/famille/calendrier">
          {t("allocation:family.contract.calendar")}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}
