import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import type { SignInPageView } from "../acts/read-sign-in-page.server.ts";
import styles from "./sign-in-page.module.css";

export function SignInPage({
  page,
  to,
  reply,
}: {
  page: SignInPageView;
  to: string;
  reply: FormReply | undefined;
}): ReactNode {
  const { t } = useWords();
  const error = reply?.errors.email ? t(reply.errors.email) : null;
  return (
    <Page title={t("access:signIn.title")} lead={t("access:signIn.lead")}>
      <form method="post" noValidate>
        {error && <ErrorSummary errors={[{ name: "email", message: error }]} />}
        <input type="hidden" name="retour" value={to} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t("access:signIn.email")}
          hint={t("access:signIn.emailHint")}
          defaultValue={String(reply?.values.email ?? "")}
          error={error}
        />
        <Button kind="main">{t("access:signIn.send")}</Button>
      </form>
      {page.demonstrationAccounts.length > 0 && (
        <section aria-labelledby="demonstration">
          <h2 id="demonstration">{t("access:demonstration.title")}</h2>
          <p>{t("access:demonstration.lead")}</p>
          <ul className={styles.accounts}>
            {page.demonstrationAccounts.map(({ id, name, role }) => (
              <li key={id}>
                <form method="post">
                  <input type="hidden" name="retour" value={to} />
                  <button className={styles.account} name="compte" value={id}>
                    <strong>{t(`access:role.${role}`)}</strong>
                    <span>{name}</span>
                    <small>{t(`access:roleDoes.${role}`)}</small>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
