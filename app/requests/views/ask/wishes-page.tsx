import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, FieldNotes, fieldId } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { AskWishesPage } from "../../acts/read-ask-wishes.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { wishName } from "../../rules/ask-form-wishes.ts";
import { AskForm, useProblem } from "./ask-frame.tsx";
import { FewerDaysQuestion, SiblingsQuestion } from "./answer-questions.tsx";
import { FacilityCard } from "./facility-card.tsx";
import styles from "./wishes-page.module.css";

/** Shown at once; the others are one touch away. */
const shownFirst = 6;

export function WishesPage({ page, problems }: { page: AskWishesPage; problems: AskProblem[] }): ReactNode {
  const { t, language } = useWords();
  const problem = useProblem(problems);
  const { facilities, weeklyMinutes, careKind, childName } = page;
  const chosen = facilities.filter(({ rank }) => rank !== "").sort((a, b) => a.rank.localeCompare(b.rank));
  const others = facilities.filter(({ rank }) => rank === "");
  const useful = others.filter(({ coveredMinutes }) => coveredMinutes !== 0);
  const near = [...chosen, ...useful.slice(0, Math.max(0, shownFirst - chosen.length))];
  const far = others.filter((facility) => !near.includes(facility));
  const card = (facility: (typeof facilities)[number]): ReactNode => (
    <FacilityCard
      key={facility.id}
      facility={facility}
      weeklyMinutes={weeklyMinutes}
      error={problem(wishName(facility.id))}
    />
  );
  return (
    <AskForm
      frame={page}
      problems={problems}
      title={
        childName ? t("families:ask.wishes.titleFor", { name: childName }) : t("families:ask.wishes.title")
      }
      lead={t(`families:ask.wishes.lead.${careKind}`, { total: formatLength(weeklyMinutes, language) })}
    >
      {facilities.length === 0 && (
        <Notice meaning="attention" title={t("families:ask.wishes.noneTitle")}>
          <p>{t("families:ask.wishes.none")}</p>
        </Notice>
      )}
      {page.preselected && (
        <Notice meaning="information">
          <p>{t("families:ask.wishes.preselected")}</p>
        </Notice>
      )}
      {page.sameAs.length > 0 && facilities.length > 0 && (
        <div className={styles.suggest}>
          {page.sameAs.map(({ child, name }) => (
            <Button key={child} small name="intent" value={`same:${child}`}>
              {t("families:ask.wishes.sameAs", { name })}
            </Button>
          ))}
        </div>
      )}
      {facilities.length > 0 && !page.preselected && (
        <div className={styles.suggest}>
          <Button small name="intent" value="suggest">
            {t("families:ask.wishes.suggest")}
          </Button>
          <p>{t("families:ask.wishes.suggestHint")}</p>
        </div>
      )}
      <section id="liste" className={styles.list} aria-labelledby="liste-titre">
        <h2 id="liste-titre" className={facilities.length === 0 ? "visually-hidden" : undefined}>
          {facilities.length === 0
            ? t("families:ask.wishes.noneTitle")
            : t("families:ask.wishes.listTitle", { count: facilities.length })}
        </h2>
        <div id={fieldId("wishes")}>
          <FieldNotes id={fieldId("wishes")} error={problem("wishes")} />
        </div>
        <ul className={styles.cards}>{near.map(card)}</ul>
        {far.length > 0 && (
          <details className={styles.more}>
            <summary>{t("families:ask.wishes.more", { count: far.length })}</summary>
            <ul className={styles.cards}>{far.map(card)}</ul>
          </details>
        )}
      </section>
      <FewerDaysQuestion page={page} />
      <SiblingsQuestion page={page} error={problem("siblingRule")} />
      {page.asksConsent && (
        <section className={styles.advice} aria-labelledby="conseil">
          <h2 id="conseil">{t("families:ask.wishes.adviceTitle")}</h2>
          <p>{t("families:ask.wishes.advice")}</p>
          <CheckboxField
            name="adviceConsent"
            label={t("families:ask.wishes.consent")}
            hint={t("families:ask.wishes.consentHint")}
            defaultChecked={page.adviceConsent}
          />
        </section>
      )}
    </AskForm>
  );
}
