import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { careKinds } from "#app/facilities/rules/kinds.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, SelectField, TextField } from "#app/ui/field.tsx";
import { simulationFields as fields } from "../rules/simulation-form.ts";
import type { SimulatedGrid, SimulationView } from "../rules/simulation-view.ts";
import styles from "./simulation.module.css";

/** "Grille de la ville, version 2 (en vigueur)" */
export function useGridName(): (grid: SimulatedGrid) => string {
  const { t } = useWords();
  return ({ name, version, status }) =>
    t(status === "example" ? "commission:simulation.namedExample" : "commission:simulation.named", {
      name,
      version,
      state: t(`commission:simulation.state.${status}`),
    });
}

/** Another kind of care has other grids and other facilities. */
export function KindForm({ asked }: Pick<SimulationView, "asked">): ReactNode {
  const { t } = useWords();
  return (
    <form method="get" className={styles.inline}>
      <SelectField
        name={fields.careKind}
        id="kind-choice"
        label={t("commission:page.form.kind")}
        defaultValue={asked.careKind}
        options={careKinds.map((value) => ({ value, label: t(`requests:careKind.${value}`) }))}
      />
      <Button small>{t("commission:simulation.showKind")}</Button>
    </form>
  );
}

/** Which two grids, on which demand: it only reads, so the address holds it all. */
export function SimulationForm({ view }: { view: SimulationView }): ReactNode {
  const { t } = useWords();
  const name = useGridName();
  const { asked, grids, facilities, today } = view;
  const error = (field: string): string | null => {
    const key = view.errors[field];
    return key ? t(key) : null;
  };
  const options = grids.map((grid) => ({ value: grid.id, label: name(grid) }));
  return (
    <form method="get" action="#resultat" noValidate>
      <input type="hidden" name={fields.careKind} value={asked.careKind} />
      <div className={styles.pair}>
        <SelectField
          name={fields.a}
          label={t("commission:simulation.gridA")}
          error={error(fields.a)}
          defaultValue={asked.a ?? undefined}
          options={options}
        />
        <SelectField
          name={fields.b}
          label={t("commission:simulation.gridB")}
          error={error(fields.b)}
          defaultValue={asked.b ?? undefined}
          options={options}
        />
        <TextField
          name={fields.startFrom}
          type="date"
          min={today}
          label={t("commission:page.form.startFrom")}
          error={error(fields.startFrom)}
          defaultValue={asked.startFrom}
          narrow
        />
        <TextField
          name={fields.startTo}
          type="date"
          min={today}
          label={t("commission:page.form.startTo")}
          error={error(fields.startTo)}
          defaultValue={asked.startTo}
          narrow
        />
      </div>
      <details className={styles.places} open={asked.facilityIds.length > 0}>
        <summary>{t("commission:simulation.facilities")}</summary>
        <ChoiceField
          name={fields.facilityIds}
          label={t("commission:simulation.facilitiesLabel")}
          hint={t("commission:simulation.facilitiesHint")}
          error={error(fields.facilityIds)}
          several
          defaultValue={asked.facilityIds}
          options={facilities.map(({ id, name: label }) => ({ value: id, label }))}
        />
      </details>
      <Button kind="main" name={fields.compare} value="1">
        {t("commission:simulation.compare")}
      </Button>
    </form>
  );
}
