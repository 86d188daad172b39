import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { CheckboxField, ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import type { GridFormValues } from "../rules/grid-form.ts";
import type { ErrorOf } from "./criterion-fields.tsx";
import styles from "./grids.module.css";

type Worded = { wordsFr: string; wordsEn: string; source?: string };

/** The words of a rule in both languages, and its source. */
function WordsFields({ name, row, errorOf }: { name: string; row: Worded; errorOf: ErrorOf }): ReactNode {
  const { t } = useWords();
  const fields = ["wordsFr", "wordsEn", ...(row.source === undefined ? [] : ["source"])] as const;
  return fields.map((field) => (
    <TextField
      key={field}
      name={`${name}.${field}`}
      label={t(`commission:grid.form.${field}`)}
      error={errorOf(`${name}.${field}`)}
      defaultValue={row[field as keyof Worded]}
    />
  ));
}

function NumberField({
  name,
  label,
  hint,
  value,
  errorOf,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  errorOf: ErrorOf;
}): ReactNode {
  return (
    <TextField
      narrow
      inputMode="numeric"
      name={name}
      label={label}
      hint={hint}
      error={errorOf(name)}
      defaultValue={value}
    />
  );
}

type Part = { values: GridFormValues; errorOf: ErrorOf };

export function ResidenceFields({ values: { residence }, errorOf }: Part): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="residence">
      <h2 id="residence">{t("commission:grid.form.residence")}</h2>
      <ChoiceField
        name="residence.unmet"
        label={t("commission:grid.form.unmet")}
        error={errorOf("residence.unmet")}
        defaultValue={residence.unmet}
        options={["", "notExamined", "maxShare"].map((value) => ({
          value,
          label: t(`commission:grid.form.unmetChoice.${value || "none"}`),
        }))}
      />
      <WordsFields name="residence" row={residence} errorOf={errorOf} />
      <NumberField
        name="residence.percent"
        label={t("commission:grid.form.percent")}
        value={residence.percent}
        errorOf={errorOf}
      />
      {(["shareFr", "shareEn"] as const).map((field) => (
        <TextField
          key={field}
          name={`residence.${field}`}
          label={t(`commission:grid.form.${field}`)}
          error={errorOf(`residence.${field}`)}
          defaultValue={residence[field]}
        />
      ))}
    </section>
  );
}

export function SeniorityFields({ values: { seniority }, errorOf }: Part): ReactNode {
  const { t } = useWords();
  const text = (key: string): string => t(`commission:grid.form.${key}`);
  return (
    <section className={styles.section} aria-labelledby="seniority">
      <h2 id="seniority">{text("seniority")}</h2>
      <ChoiceField
        name="seniority.per"
        label={text("per")}
        error={errorOf("seniority.per")}
        defaultValue={seniority.per}
        options={["", "month", "meeting"].map((value) => ({
          value,
          label: text(`perChoice.${value || "none"}`),
        }))}
      />
      <div className={styles.fields}>
        <NumberField name="seniority.every" label={text("every")} value={seniority.every} errorOf={errorOf} />
        <NumberField
          name="seniority.points"
          label={text("perPoints")}
          value={seniority.points}
          errorOf={errorOf}
        />
        <NumberField
          name="seniority.most"
          label={text("most")}
          hint={text("mostHint")}
          value={seniority.most}
          errorOf={errorOf}
        />
      </div>
      <WordsFields name="seniority" row={seniority} errorOf={errorOf} />
    </section>
  );
}

export function ReserveFields({ values: { reserves }, errorOf }: Part): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="reserves">
      <h2 id="reserves">{t("commission:grid.form.reserves")}</h2>
      <p>{t("commission:grid.form.reservesLead")}</p>
      {reserves.map((row, index) => {
        const name = `reserves[${index}]`;
        const title = t(`commission:grid.class.${row.class}`);
        const wrong = Object.keys(row).some((field) => errorOf(`${name}.${field}`) !== null);
        return (
          <details key={row.class} className={styles.criterion} open={wrong}>
            <summary>
              {row.places
                ? t("commission:grid.form.reserved", { words: title, places: row.places, of: row.of })
                : title}
            </summary>
            <fieldset>
              <legend className="visually-hidden">{title}</legend>
              <input type="hidden" name={`${name}.class`} value={row.class} />
              <div className={styles.fields}>
                <NumberField
                  name={`${name}.places`}
                  label={t("commission:grid.form.places")}
                  hint={t("commission:grid.form.placesHint")}
                  value={row.places}
                  errorOf={errorOf}
                />
                <NumberField
                  name={`${name}.of`}
                  label={t("commission:grid.form.of")}
                  value={row.of}
                  errorOf={errorOf}
                />
              </div>
              <WordsFields name={name} row={row} errorOf={errorOf} />
            </fieldset>
          </details>
        );
      })}
    </section>
  );
}

export function TieFields({ values: { tieBreak }, errorOf }: Part): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="tie">
      <h2 id="tie">{t("commission:grid.form.tie")}</h2>
      <SelectField
        name="tieBreak"
        label={t("commission:grid.form.tieBreak")}
        error={errorOf("tieBreak")}
        defaultValue={tieBreak}
        options={["draw", "oldest"].map((value) => ({
          value,
          label: t(`commission:grid.tieBreak.${value}`),
        }))}
      />
    </section>
  );
}

export function MotiveFields({ values: { motives }, errorOf }: Part): ReactNode {
  const { t } = useWords();
  return (
    <section className={styles.section} aria-labelledby="motives">
      <h2 id="motives">{t("commission:grid.motives")}</h2>
      <p>{t("commission:grid.motivesLead")}</p>
      {motives.map((row, index) => {
        const name = `motives[${index}]`;
        const summary = row.wordsFr || t("commission:grid.form.newMotive");
        const wrong = Object.keys(row).some((field) => errorOf(`${name}.${field}`) !== null);
        return (
          <details key={name} className={styles.criterion} open={wrong}>
            <summary>{summary}</summary>
            <fieldset>
              <legend className="visually-hidden">{summary}</legend>
              <input type="hidden" name={`${name}.code`} value={row.code} />
              <input type="hidden" name={`${name}.row`} value={row.row} />
              <WordsFields
                name={name}
                row={{ wordsFr: row.wordsFr, wordsEn: row.wordsEn }}
                errorOf={errorOf}
              />
              {(["pin", "forbid", "level"] as const).map((use) => (
                <CheckboxField
                  key={use}
                  name={`${name}.${use}`}
                  label={t(`commission:grid.use.${use}`)}
                  error={errorOf(`${name}.${use}`)}
                  defaultChecked={row[use] !== ""}
                />
              ))}
              {row.code && (
                <CheckboxField
                  name={`${name}.remove`}
                  label={t("commission:grid.form.remove")}
                  defaultChecked={row.remove !== ""}
                />
              )}
            </fieldset>
          </details>
        );
      })}
    </section>
  );
}
