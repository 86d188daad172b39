import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { TextAreaField } from "#app/ui/text-area-field.tsx";
import styles from "./contract-page.module.css";

const examples = ["weekdays", "alternate", "night", "cycle", "rota"] as const;

/** Hours typed as people write them, with examples to copy. */
export function HoursField({
  name,
  label,
  value,
  error,
}: {
  name: string;
  label: string;
  value: string;
  error: string | null;
}): ReactNode {
  const { t } = useWords();
  return (
    <>
      <TextAreaField
        name={name}
        label={label}
        hint={t("attendance:contract.hours.hint")}
        // One line an item, as it is easier to mend.
        defaultValue={value.split("; ").join("\n")}
        error={error}
        rows={4}
      />
      <details className={styles.examples}>
        <summary>{t("attendance:contract.hours.examples")}</summary>
        <ul>
          {examples.map((example) => (
            <li key={example}>
              <code>{t(`attendance:contract.hours.example.${example}.typed`)}</code>
              <br />
              <small>{t(`attendance:contract.hours.example.${example}.means`)}</small>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
