import type { ReactNode } from "react";
import styles from "./field.module.css";
import { FieldNotes, fieldId } from "./field.tsx";

/** A few lines of text. */
export function TextAreaField({
  name,
  label,
  hint,
  error,
  defaultValue,
  rows = 6,
}: {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | null;
  defaultValue?: string;
  rows?: number;
}): ReactNode {
  const id = fieldId(name);
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={`${styles.input} ${styles.lines}`}
        defaultValue={defaultValue}
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined
        }
      />
    </div>
  );
}
