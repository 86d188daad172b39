import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { ContractView } from "../acts/read-contract.server.ts";
import type { TypedForm } from "./contract-forms.tsx";

/** A contract without fixed hours, for a child whom the facility knows. */
export function OccasionalContractForm({
  page,
  usual,
  typed: { values, errorOf },
}: {
  page: ContractView;
  usual: NonNullable<ContractView["occasional"]>;
  typed: TypedForm;
}): ReactNode {
  const { t } = useWords();
  const asked = values.acte === "occasional" ? values : {};
  const text = (name: string, standard: string): string =>
    typeof asked[name] === "string" ? asked[name] : standard;
  const { sections, agreement } = page;
  return (
    <form method="post">
      <input type="hidden" name="acte" value="occasional" />
      <p>{t("attendance:occasional.contract.lead")}</p>
      <SelectField
        id="f-section-occasional"
        name="section"
        label={t("attendance:contract.term.section")}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={text("section", agreement.sectionId)}
        error={errorOf("section")}
      />
      <TextField
        id="f-debut"
        name="debut"
        type="date"
        narrow
        label={t("attendance:occasional.contract.start")}
        defaultValue={text("debut", usual.startOn)}
        error={errorOf("debut")}
      />
      <TextField
        id="f-fin-occasional"
        name="fin"
        type="date"
        narrow
        label={t("attendance:occasional.contract.end")}
        hint={t("attendance:occasional.contract.endHint")}
        defaultValue={text("fin", usual.endOn)}
        error={asked.acte ? errorOf("fin") : null}
      />
      <Button>{t("attendance:occasional.contract.button")}</Button>
    </form>
  );
}
