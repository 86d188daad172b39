import { useWords } from "#app/i18n/words.tsx";

export type FieldErrors = {
  /** For the summary at the top of the form. */
  errors: { name: string; message: string }[];
  /** For one field; null when nothing is wrong with it. */
  errorOf: (name: string) => string | null;
};

/** What a form that came back has to say, in the reader's words. `reply.errors` holds keys by field name. */
export function useFieldErrors(reply: { errors: Record<string, string> } | undefined): FieldErrors {
  const { t } = useWords();
  const errors = Object.entries(reply?.errors ?? {}).map(([name, key]) => ({ name, message: t(key) }));
  return { errors, errorOf: (name) => errors.find((error) => error.name === name)?.message ?? null };
}
