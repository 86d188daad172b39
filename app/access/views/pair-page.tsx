import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";

/** On the tablet: the code is typed once. */
export function PairPage({ reply }: { reply: { error: string; code: string } | undefined }): ReactNode {
  const { t } = useWords();
  const error = reply ? t(reply.error) : null;
  return (
    <Page title={t("access:pair.title")} lead={t("access:pair.lead")}>
      <form method="post" noValidate>
        <ErrorSummary errors={error ? [{ name: "code", message: error }] : []} />
        <TextField
          name="code"
          label={t("access:pair.code")}
          hint={t("access:pair.hint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={reply?.code ?? ""}
          error={error}
        />
        <Button kind="main">{t("access:pair.send")}</Button>
      </form>
      <p>{t("access:pair.after")}</p>
    </Page>
  );
}
