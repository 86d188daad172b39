import type { ReactNode } from "react";
import { addDays } from "#app/calendar/rules/day.ts";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/field.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { WeekHours } from "#app/ui/week-strip.tsx";
import type { PlacesPage } from "../acts/read-places.server.ts";
import type { CandidatePlace } from "../rules/candidate-places.ts";
import { placeSearch } from "../rules/offer-form.ts";
import { refusalText } from "./conflict-text.ts";

/** The last look before the family is written to. */
export function ConfirmPlace({ page, chosen }: { page: PlacesPage; chosen: CandidatePlace }): ReactNode {
  const { t, language } = useWords();
  const { request, choice, answerBy, held } = page;
  const { look, pattern, weeklyMinutes } = chosen;
  const others = placeSearch({ ...choice, sectionId: null });
  const end = choice.endOn === null ? t("allocation:make.withoutEnd") : formatDay(choice.endOn, language);
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{t("allocation:make.confirmTitle")}</h2>
      <Facts
        facts={[
          {
            term: t("allocation:make.column.facility"),
            value: t("allocation:make.place", {
              facility: chosen.facilityName,
              section: chosen.sectionName,
            }),
          },
          { term: t("allocation:make.startOn"), value: formatDay(choice.startOn, language) },
          { term: t("allocation:make.endOn"), value: end },
          {
            term: t("allocation:make.column.hours"),
            value: isEmptyPattern(pattern) ? (
              t("allocation:offer.occasional")
            ) : (
              <>
                {formatLength(weeklyMinutes, language)}
                <WeekHours pattern={pattern} />
              </>
            ),
          },
          { term: t("allocation:make.answerBy"), value: formatDay(answerBy, language) },
        ]}
      />
      {look.ok ? (
        <form method="post">
          <input type="hidden" name="version" value={request.version} />
          <input type="hidden" name="section" value={chosen.sectionId} />
          <input type="hidden" name="debut" value={choice.startOn} />
          <input type="hidden" name="fin" value={choice.endOn ?? ""} />
          <input type="hidden" name="heures" value={choice.hours} />
          {held.map(({ agreementId, facilityName, sectionName, pattern, endOn }) => (
            <Notice key={agreementId} meaning="attention" title={t("allocation:make.transfer.title")}>
              <p>
                {t(endOn ? "allocation:make.transfer.heldUntil" : "allocation:make.transfer.held", {
                  facility: facilityName,
                  section: sectionName,
                  end: endOn && formatDay(endOn, language),
                })}
              </p>
              <WeekHours pattern={pattern} />
              <CheckboxField
                name="transfert"
                value={agreementId}
                label={t("allocation:make.transfer.box", { facility: facilityName })}
                hint={t("allocation:make.transfer.hint", {
                  end: formatDay(addDays(choice.startOn, -1), language),
                })}
              />
            </Notice>
          ))}
          <p>{t("allocation:make.confirmNote")}</p>
          <ButtonRow>
            <Button kind="main">{t("allocation:make.confirm")}</Button>
            <ButtonLink href={others}>{t("allocation:make.others")}</ButtonLink>
          </ButtonRow>
        </form>
      ) : (
        <>
          <Notice meaning="refusal">
            <p>{refusalText(look, t, language)}</p>
          </Notice>
          <ButtonRow>
            <ButtonLink kind="main" href={others}>
              {t("allocation:make.others")}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </section>
  );
}
