import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { byDates, cycleChoices } from "../../rules/ask-form-hours.ts";
import styles from "./hours-page.module.css";

/** How the weeks go: all alike, some that repeat, or given one by one. */
export function WeekChoice({
  weeks,
  onChoose,
}: {
  weeks: number;
  onChoose: (weeks: number) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className={styles.choice}>
      <SelectField
        name="weeks"
        label={t("families:ask.hours.weeks.label")}
        hint={t("families:ask.hours.weeks.hint")}
        defaultValue={String(weeks)}
        onChoose={(value) => onChoose(Number(value))}
        options={[
          ...cycleChoices.map((count) => ({
            value: String(count),
            label:
              count <= 2
                ? t(`families:ask.hours.weeks.${count === 1 ? "alike" : "alternate"}`)
                : t("families:ask.hours.weeks.repeat", { count }),
          })),
          { value: String(byDates), label: t("families:ask.hours.weeks.dates") },
        ]}
      />
    </div>
  );
}
