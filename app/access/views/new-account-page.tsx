import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { AdministrationPage } from "./administration-page.tsx";
import styles from "./administration.module.css";
import { type TranslatedErrors, translateErrors } from "./form-errors.ts";

export function NewAccountPage({ reply }: { reply: FormReply | undefined }): ReactNode {
  const { t } = useWords();
  const errors: TranslatedErrors = translateErrors(reply, t);
  const typed = (name: string): string => String(reply?.values[name] ?? "");
  return (
    <AdministrationPage
      place="accounts"
      title={t("access:administration.newAccount.title")}
      lead={t("access:administration.newAccount.lead")}
    >
      <form method="post" noValidate className={styles.form}>
        <ErrorSummary errors={errors.list} />
        <TextField
          name="name"
          label={t("access:administration.newAccount.name")}
          autoComplete="off"
          defaultValue={typed("name")}
          error={errors.of("name")}
        />
        <TextField
          name="email"
          type="email"
          label={t("access:administration.newAccount.email")}
          hint={t("access:administration.newAccount.emailHint")}
          autoComplete="off"
          defaultValue={typed("email")}
          error={errors.of("email")}
        />
        <Button kind="main">{t("access:administration.newAccount.send")}</Button>
      </form>
    </AdministrationPage>
  );
}
