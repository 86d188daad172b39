import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ChoiceField, SelectField } from "#app/ui/field.tsx";
import type { AskWishesPage } from "../../acts/read-ask-wishes.server.ts";
import { siblingRules } from "../../rules/siblings.ts";
import styles from "./wishes-page.module.css";

/** What the commission may answer when there is no room for every hour; not asked for a single day. */
export function FewerDaysQuestion({ page: { fewerDays } }: { page: AskWishesPage }): ReactNode {
  const { t } = useWords();
  const { choices, minDays, fewerDaysFirst } = fewerDays;
  if (choices.length === 0) return null;
  return (
    <section className={`${styles.part} ${styles.fewer}`} aria-labelledby="moins-de-jours">
      <h2 id="moins-de-jours">{t("families:ask.fewerDays.title")}</h2>
      <SelectField
        name="minDays"
        label={t("families:ask.fewerDays.question")}
        hint={t("families:ask.fewerDays.why")}
        defaultValue={minDays === null ? "" : String(minDays)}
        empty={t("families:ask.fewerDays.no")}
        options={choices.map((count) => ({
          value: String(count),
          label: t("families:ask.fewerDays.atLeast", { count }),
        }))}
      />
      <div className={styles.ifFewer}>
        <ChoiceField
          name="fewerDaysFirst"
          label={t("families:ask.fewerDays.order")}
          hint={t("families:ask.fewerDays.orderHint")}
          defaultValue={fewerDaysFirst ? "yes" : "no"}
          options={["no", "yes"].map((value) => ({
            value,
            label: t(`families:ask.fewerDays.${value === "yes" ? "first" : "last"}`),
          }))}
        />
      </div>
    </section>
  );
}

/** Asked once of the children who need the same kind of place. */
export function SiblingsQuestion({
  page: { siblings },
  error,
}: {
  page: AskWishesPage;
  error: string | null;
}): ReactNode {
  const { t, language } = useWords();
  if (!siblings) return null;
  return (
    <section className={styles.part} aria-labelledby="ensemble">
      <h2 id="ensemble">
        {t("families:ask.siblings.title", { names: new Intl.ListFormat(language).format(siblings.names) })}
      </h2>
      <ChoiceField
        name="siblingRule"
        label={t("families:ask.siblings.question")}
        hint={t("families:ask.siblings.why")}
        error={error}
        defaultValue={siblings.rule}
        options={siblingRules.map((rule) => ({
          value: rule,
          label: t(`families:ask.siblings.${rule}`),
          hint: t(`families:ask.siblings.${rule}Hint`),
        }))}
      />
    </section>
  );
}
