import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CareRequestFile } from "../../rules/care-request-file.ts";
import { replyTo } from "./desk-reply.ts";
import styles from "./desk.module.css";
import { type FileForms, FormFrame } from "./file-actions.tsx";

/** What a family says by telephone, written down in its name: still needed, open it again, or withdraw it. */
export function FileTelephone({
  file,
  at,
  reply,
}: { file: CareRequestFile } & Pick<FileForms, "at" | "reply">): ReactNode {
  const { t } = useWords();
  const { guardians } = file;
  const { stillNeeded, withdraw, answerOffer } = file.may;
  const back = replyTo(reply, "withdraw");
  if (stillNeeded === null && !withdraw) return null;
  const words = "requests:desk.telephone";
  return (
    <details className={styles.fold} open={back !== null || answerOffer || stillNeeded === "renew"}>
      <summary>{t(`${words}.title`)}</summary>
      <p className={styles.quiet}>{t(`${words}.hint`)}</p>
      {stillNeeded === "renew" && guardians.every(({ email }) => !email) && (
        <Notice meaning="attention">
          <p>{t(`${words}.unreachable`)}</p>
        </Notice>
      )}
      {answerOffer && (
        <p>
          <ButtonLink kind="main" href={`/guichet/demandes/${file.id}/reponse`}>
            {t(`${words}.offer`)}
          </ButtonLink>
        </p>
      )}
      {stillNeeded && (
        <FormFrame intent="stillNeeded" file={file} at={at} then={null}>
          <Button kind={stillNeeded === "confirm" ? "plain" : "main"}>{t(`${words}.${stillNeeded}`)}</Button>
        </FormFrame>
      )}
      {withdraw && !answerOffer && (
        <div className={styles.apart}>
          <FormFrame intent="withdraw" file={file} at={at} then={null}>
            <CheckboxField
              name="sure"
              label={t(`${words}.sure`)}
              error={back?.errors.sure ? t(back.errors.sure) : null}
            />
            <Button kind="refusal" small>
              {t(`${words}.withdraw`)}
            </Button>
          </FormFrame>
        </div>
      )}
    </details>
  );
}
