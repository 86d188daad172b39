import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, TextField } from "#app/ui/field.tsx";
import { type PlaceChoice, offeredHours } from "../rules/offer-form.ts";
import styles from "./propose-page.module.css";

/** From when to when, and for which hours: a form whose answers stay in the address. */
export function PlaceSearch({ choice }: { choice: PlaceChoice }): ReactNode {
  const { t } = useWords();
  return (
    <form method="get" className={styles.search}>
      <TextField
        narrow
        type="date"
        name="debut"
        label={t("allocation:make.startOn")}
        defaultValue={choice.startOn}
        required
      />
      <TextField
        narrow
        type="date"
        name="fin"
        label={t("allocation:make.endOn")}
        defaultValue={choice.endOn ?? ""}
      />
      <ChoiceField
        name="heures"
        label={t("allocation:make.hours")}
        defaultValue={choice.hours}
        options={offeredHours.map((value) => ({ value, label: t(`allocation:make.hoursOf.${value}`) }))}
      />
      <Button>{t("allocation:make.search")}</Button>
    </form>
  );
}
