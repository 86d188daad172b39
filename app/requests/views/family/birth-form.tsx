import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

export type FormState = { values: Record<string, unknown>; errors: Record<string, string> };

/** The child is there: its first name and its birth day. */
export function BirthForm({
  at,
  version,
  firstName,
  today,
  state,
}: {
  at: string;
  version: number;
  firstName: string;
  today: string;
  state: FormState | null;
}): ReactNode {
  const { t } = useWords();
  const error = (name: string): string | null => (state?.errors[name] ? t(state.errors[name]) : null);
  const typed = (name: string, fallback: string): string => String(state?.values[name] ?? fallback);
  return (
    <section aria-labelledby="birth">
      <h2 id="birth">{t("allocation:family.birth.title")}</h2>
      <p>{t("allocation:family.birth.lead")}</p>
      <form method="post" action={at} noValidate>
        <input type="hidden" name="intention" value="birth" />
        <input type="hidden" name="version" value={version} />
        <TextField
          name="firstName"
          label={t("allocation:family.birth.firstName")}
          defaultValue={typed("firstName", firstName)}
          error={error("firstName")}
        />
        <TextField
          narrow
          type="date"
          name="birthDay"
          max={today}
          label={t("allocation:family.birth.day")}
          defaultValue={typed("birthDay", "")}
          error={error("birthDay")}
        />
        <Button>{t("allocation:family.birth.button")}</Button>
      </form>
    </section>
  );
}
