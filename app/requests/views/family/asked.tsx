import type { ReactNode } from "react";
import { formatDay, formatLength, formatPercent } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import { careDays } from "../../rules/fewer-days.ts";
import { percentOf } from "../../rules/coverage.ts";
import type { FamilyRequestPage } from "../../acts/read-family-request.server.ts";
import { fewerDaysText, togetherText } from "../asked-text.ts";

/** What the family asked for, as it was sent. */
export function Asked({ request }: Pick<FamilyRequestPage, "request">): ReactNode {
  const { t, language } = useWords();
  const { pattern, weeklyMinutes, startOn, flexibleWeeks, wishes, submittedOn, reference, kind } = request;
  const { minDays, fewerDaysFirst, together } = request;
  return (
    <>
      <WeekStrip pattern={pattern} />
      <WeekHours pattern={pattern} />
      <Facts
        facts={[
          { term: t("allocation:family.asked.reference"), value: reference },
          { term: t("allocation:family.asked.kind"), value: t(`requests:careKind.${kind}`) },
          { term: t("allocation:family.asked.sent"), value: formatDay(submittedOn, language) },
          { term: t("allocation:family.asked.weekly"), value: formatLength(weeklyMinutes, language) },
          {
            term: t("allocation:family.asked.start"),
            value: t("allocation:family.asked.startValue", {
              start: formatDay(startOn, language),
              count: flexibleWeeks,
            }),
          },
          ...(careDays(pattern) > 1
            ? [
                {
                  term: t("requests:asked.fewerDays.term"),
                  value: fewerDaysText({ minDays, fewerDaysFirst }, t),
                },
              ]
            : []),
          ...(together.siblings.length > 0
            ? [{ term: t("requests:asked.together.term"), value: togetherText(together, t, language) }]
            : []),
        ]}
      />
      {wishes.length > 0 && (
        <>
          <h3>{t("allocation:family.asked.wishes")}</h3>
          <ol>
            {wishes.map(({ rank, facilityName, coveredMinutes }) => (
              <li key={rank}>
                {t("allocation:family.asked.wish", {
                  facility: facilityName,
                  percent: formatPercent(percentOf(coveredMinutes, weeklyMinutes) / 100, language),
                })}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
