import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import type { FamilyAgreement } from "../acts/read-family-agreements.server.ts";
import { AgreementFacts } from "./agreement-facts.tsx";
import { AgreementHistory } from "./agreement-history.tsx";
import type { ContractReply } from "./contract-page.tsx";
import { ContractRefused } from "./contract-refusal.tsx";
import styles from "./contract-page.module.css";

function NoticeForm({
  agreement,
  notice,
  reply,
}: {
  agreement: FamilyAgreement;
  notice: NonNullable<FamilyAgreement["notice"]>;
  reply: ContractReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  const typed = reply?.values.dernierJour;
  return (
    <details open={reply !== undefined} id="preavis">
      <summary>{t("attendance:contract.notice.title")}</summary>
      <ErrorSummary errors={errors} />
      {reply?.refusal && <ContractRefused refusal={reply.refusal} />}
      <form method="post">
        <input type="hidden" name="intention" value="notice" />
        <input type="hidden" name="contrat" value={agreement.agreementId} />
        <input type="hidden" name="version" value={agreement.version} />
        <p>
          {t("attendance:contract.notice.lead", {
            count: notice.days,
            day: formatDay(notice.earliest, language),
          })}
        </p>
        <TextField
          name="dernierJour"
          id={`last-${agreement.agreementId}`}
          type="date"
          narrow
          label={t("attendance:contract.end.lastDay")}
          defaultValue={typeof typed === "string" ? typed : notice.earliest}
          error={errorOf("dernierJour")}
        />
        <p>{t("attendance:contract.notice.shorter")}</p>
        <Button kind="refusal">{t("attendance:contract.notice.button")}</Button>
      </form>
    </details>
  );
}

/** The places that a request has given: where, when, what changed, and how to give them up. */
export function FamilyAgreements({
  agreements,
  reply,
}: {
  agreements: FamilyAgreement[];
  /** What the notice of one of them came back with. */
  reply: ContractReply | undefined;
}): ReactNode {
  const { t } = useWords();
  return agreements.map((agreement) => {
    const { agreementId, facilityName, notice } = agreement;
    const own = reply?.values.contrat === agreementId ? reply : undefined;
    return (
      <section key={agreementId} aria-labelledby={`contract-${agreementId}`} className={styles.forms}>
        <h2 id={`contract-${agreementId}`}>{t("attendance:contract.family.title")}</h2>
        <AgreementFacts agreement={agreement} facilityName={facilityName} />
        <ButtonRow>
          {agreement.kind === "occasional" && agreement.standing !== "ended" && (
            <ButtonLink href="/famille/occasionnel">{t("attendance:family.bookHours")}</ButtonLink>
          )}
          <ButtonLink kind="main" href="/famille/calendrier">
            {t("attendance:contract.family.calendar")}
          </ButtonLink>
        </ButtonRow>
        <details>
          <summary>{t("attendance:contract.history.title")}</summary>
          <AgreementHistory events={agreement.history} />
        </details>
        {notice && <NoticeForm agreement={agreement} notice={notice} reply={own} />}
      </section>
    );
  });
}
