import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ChoiceField, ErrorSummary, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { GridMethod } from "../rules/grid.ts";
import type { GridFormValues } from "../rules/grid-form.ts";
import type { GridView } from "../rules/grid-view.ts";
import { CriterionFields } from "./criterion-fields.tsx";
import { type GridReply, WholeError, fieldErrorsOf } from "./grid-page.tsx";
import styles from "./grids.module.css";
import { MotiveFields, ReserveFields, ResidenceFields, SeniorityFields, TieFields } from "./rule-fields.tsx";

const methods: GridMethod[] = ["points", "list", "deliberation"];

/** A draft as one plain form; nothing is kept until it is sent, and everything typed comes back. */
export function GridFormPage({
  view,
  values,
  reply,
}: {
  view: GridView;
  /** What is shown: the draft, or what was typed. */
  values: GridFormValues;
  reply?: GridReply;
}): ReactNode {
  const { t } = useWords();
  const { errors, errorOf } = useFieldErrors(fieldErrorsOf(reply));
  const { grid } = view;
  const here = `/guichet/grilles/${grid.id}`;
  const part = { values, errorOf };
  return (
    <Page
      title={t("commission:grid.form.title", { name: grid.name })}
      lead={t("commission:grid.form.lead")}
      back={{ href: here, label: t("commission:grid.named", { name: grid.name, version: grid.version }) }}
    >
      <ErrorSummary errors={errors} />
      <WholeError reply={reply} />
      <form method="post" action={`${here}?modifier`} noValidate>
        <input type="hidden" name="seen" value={values.seen} />
        <TextField
          name="name"
          label={t("commission:grid.form.name")}
          error={errorOf("name")}
          defaultValue={values.name}
        />
        <ChoiceField
          name="method"
          label={t("commission:grid.form.method")}
          error={errorOf("method")}
          defaultValue={values.method}
          options={methods.map((method) => ({
            value: method,
            label: t(`commission:grid.method.${method}.label`),
            hint: t(`commission:grid.method.${method}.lead`),
          }))}
        />
        <section className={styles.section} aria-labelledby="criteria">
          <h2 id="criteria">{t("commission:grid.criteria")}</h2>
          <p>{t("commission:grid.form.criteriaLead")}</p>
          {values.criteria.map((row, index) => (
            <CriterionFields key={index} view={view} row={row} index={index} errorOf={errorOf} />
          ))}
        </section>
        <ResidenceFields {...part} />
        <SeniorityFields {...part} />
        <ReserveFields {...part} />
        <TieFields {...part} />
        <MotiveFields {...part} />
        <ButtonRow>
          <Button kind="main" name="intent" value="save">
            {t("commission:grid.form.save")}
          </Button>
          <ButtonLink kind="quiet" href={here}>
            {t("commission:grid.form.leave")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}
