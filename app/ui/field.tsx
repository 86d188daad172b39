import type { InputHTMLAttributes, ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

type FieldProps = {
  name: string;
  label: string;
  /** Why it is asked, or an example. */
  hint?: ReactNode;
  /** What is wrong and how to mend it, already in the reader's words. */
  error?: string | null;
};

/** Names of list fields hold brackets: an id may not. */
export const fieldId = (name: string): string => `f-${name.replace(/[^\w-]+/g, "-")}`;

const describedBy = (id: string, { hint, error }: Pick<FieldProps, "hint" | "error">): string | undefined =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;

export function FieldNotes({
  id,
  hint,
  error,
}: { id: string } & Pick<FieldProps, "hint" | "error">): ReactNode {
  return (
    <>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="refusal" /> <span>{error}</span>
        </p>
      )}
    </>
  );
}

type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { narrow?: boolean };

/** Any one-line input: text, date, time, e-mail, number. */
export function TextField({ name, label, hint, error, narrow, ...attributes }: TextFieldProps): ReactNode {
  const id = attributes.id ?? fieldId(name);
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <input
        {...attributes}
        id={id}
        name={name}
        className={narrow ? `${styles.input} ${styles.narrow}` : styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </div>
  );
}

export type ChoiceOption = { value: string; label: string; hint?: ReactNode };

export function SelectField({
  name,
  label,
  hint,
  error,
  options,
  empty,
  defaultValue,
  onChoose,
  id = fieldId(name),
}: FieldProps & {
  options: ChoiceOption[];
  empty?: string;
  defaultValue?: string;
  onChoose?: (value: string) => void;
  /** When a page asks the same thing several times. */
  id?: string;
}): ReactNode {
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        className={styles.input}
        defaultValue={defaultValue}
        onChange={onChoose && ((event) => onChoose(event.currentTarget.value))}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One choice (radio) or several (checkbox) in a group with its question. */
export function ChoiceField({
  name,
  label,
  hint,
  error,
  options,
  several = false,
  defaultValue = [],
}: FieldProps & { options: ChoiceOption[]; several?: boolean; defaultValue?: string | string[] }): ReactNode {
  const id = fieldId(name);
  const chosen = [defaultValue].flat();
  return (
    <fieldset
      id={id}
      className={error ? `${styles.field} ${styles.wrong}` : styles.field}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend className={styles.legend}>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type={several ? "checkbox" : "radio"}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One box to tick; posts "on", or what `value` says. */
export function CheckboxField({
  name,
  label,
  hint,
  error,
  value,
  defaultChecked,
}: FieldProps & { value?: string; defaultChecked?: boolean }): ReactNode {
  const id = fieldId(name);
  return (
    <div className={error ? `${styles.field} ${styles.wrong}` : styles.field}>
      <FieldNotes id={id} error={error} />
      <label className={styles.choice}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { error })}
        />
        <span>
          {label}
          {hint && <small>{hint}</small>}
        </span>
      </label>
    </div>
  );
}

/** Lists what to mend, with a link to each field; first thing in the page when a form comes back. */
export function ErrorSummary({ errors }: { errors: { name: string; message: string }[] }): ReactNode {
  const { t } = useWords();
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">{t("ui:error.summary", { count: errors.length })}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
