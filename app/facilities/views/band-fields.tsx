// Weekdays and hours, asked the same way for staff and for places.
import type { ReactNode } from "react";
import { weekdays } from "#app/calendar/rules/day.ts";
import { formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { TextField, fieldId } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import styles from "./settings.module.css";

export function WeekdayFields({
  name,
  chosen,
  error,
}: {
  name: string;
  chosen: readonly string[];
  error: string | null;
}): ReactNode {
  const { t, language } = useWords();
  const id = fieldId(name);
  return (
    <fieldset className={styles.weekdays} id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t("facilities:settings.weekdays")}</legend>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="refusal" /> <span>{error}</span>
        </p>
      )}
      <ul>
        {weekdays.map((day) => (
          <li key={day}>
            <label>
              <input type="checkbox" name={name} value={day} defaultChecked={chosen.includes(String(day))} />
              {formatWeekday(day, language)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export type TypedBand = { start: string; end: string; nextDay: boolean };

/** @param prefix of the names: "lines[0]." */
export function HourFields({
  prefix = "",
  typed,
  errorOf,
}: {
  prefix?: string;
  typed: TypedBand;
  errorOf: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  return (
    <>
      <TextField
        narrow
        type="time"
        name={`${prefix}start`}
        label={t("facilities:settings.start")}
        error={errorOf(`${prefix}start`)}
        defaultValue={typed.start}
      />
      <TextField
        narrow
        type="time"
        name={`${prefix}end`}
        label={t("facilities:settings.end")}
        error={errorOf(`${prefix}end`)}
        defaultValue={typed.end}
      />
      <label className={styles.next}>
        <input type="checkbox" name={`${prefix}nextDay`} defaultChecked={typed.nextDay} />
        {t("facilities:settings.nextDay")}
      </label>
    </>
  );
}
