import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { CheckboxField, SelectField, TextField } from "#app/ui/field.tsx";
import type { GridFormValues } from "../rules/grid-form.ts";
import { localFacts, seenFacts } from "../rules/facts.ts";
import type { GridView } from "../rules/grid-view.ts";
import styles from "./grids.module.css";
import { factLabel } from "./told.ts";

export type ErrorOf = (name: string) => string | null;

/** One criterion of a draft, folded behind its words; an empty one adds a criterion. */
export function CriterionFields({
  view,
  row,
  index,
  errorOf,
}: {
  view: GridView;
  row: GridFormValues["criteria"][number];
  index: number;
  errorOf: ErrorOf;
}): ReactNode {
  const { t } = useWords();
  const at = (field: string): string => `criteria[${index}].${field}`;
  const error = (field: string): string | null => errorOf(at(field));
  const wrong = Object.keys(row).some((field) => error(field) !== null);
  const facts = [...view.asked, ...seenFacts, ...localFacts];
  // A fact of another town's form stays in the list of its own criterion: it may be kept, and counts zero.
  const unknown = row.fact !== "" && !facts.includes(row.fact) ? [row.fact] : [];
  const options = [...facts, ...unknown].map((fact) => ({
    value: fact,
    label: factLabel(fact, view.asked, t) ?? t("commission:grid.notAsked"),
  }));
  const summary = row.wordsFr
    ? t("commission:grid.form.criterion", { words: row.wordsFr, points: row.points })
    : t("commission:grid.form.newCriterion");
  return (
    <details className={styles.criterion} open={wrong}>
      <summary>{summary}</summary>
      <fieldset>
        <legend className="visually-hidden">{summary}</legend>
        <input type="hidden" name={at("code")} value={row.code} />
        <div className={styles.fields}>
          <div className={styles.wide}>
            <TextField
              name={at("wordsFr")}
              label={t("commission:grid.form.wordsFr")}
              hint={t("commission:grid.form.wordsHint")}
              error={error("wordsFr")}
              defaultValue={row.wordsFr}
            />
            <TextField
              name={at("wordsEn")}
              label={t("commission:grid.form.wordsEn")}
              error={error("wordsEn")}
              defaultValue={row.wordsEn}
            />
          </div>
          <TextField
            narrow
            inputMode="numeric"
            name={at("points")}
            label={t("commission:grid.form.points")}
            error={error("points")}
            defaultValue={row.points}
          />
          <TextField
            narrow
            inputMode="numeric"
            name={at("rank")}
            label={t("commission:grid.form.rank")}
            error={error("rank")}
            defaultValue={row.rank}
          />
          <SelectField
            name={at("fact")}
            label={t("commission:grid.form.fact")}
            error={error("fact")}
            empty={t("commission:grid.form.noFact")}
            defaultValue={row.fact}
            options={options}
          />
          <SelectField
            name={at("proof")}
            label={t("commission:grid.form.proof")}
            error={error("proof")}
            empty={t("commission:grid.noProof")}
            defaultValue={row.proof}
            options={view.proofs.map((proof) => ({ value: proof, label: t(`requests:proof.${proof}`) }))}
          />
          <TextField
            narrow
            inputMode="numeric"
            name={at("validMonths")}
            label={t("commission:grid.form.validMonths")}
            hint={t("commission:grid.form.validMonthsHint")}
            error={error("validMonths")}
            defaultValue={row.validMonths}
          />
          <TextField
            narrow
            name={at("group")}
            label={t("commission:grid.form.group")}
            hint={t("commission:grid.form.groupHint")}
            error={error("group")}
            defaultValue={row.group}
          />
          <div className={styles.wide}>
            <TextField
              name={at("source")}
              label={t("commission:grid.form.source")}
              error={error("source")}
              defaultValue={row.source}
            />
          </div>
        </div>
        {row.code && (
          <CheckboxField
            name={at("remove")}
            label={t("commission:grid.form.remove")}
            defaultChecked={row.remove !== ""}
          />
        )}
      </fieldset>
    </details>
  );
}
