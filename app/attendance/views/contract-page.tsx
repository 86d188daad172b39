import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { ErrorSummary } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { ContractView } from "../acts/read-contract.server.ts";
import type { ContractRefusal } from "../rules/contract-refusal.ts";
import { AgreementFacts } from "./agreement-facts.tsx";
import { AgreementHistory } from "./agreement-history.tsx";
import { AdaptForm, AmendForm, EndForm, type TypedForm } from "./contract-forms.tsx";
import { ContractRefused } from "./contract-refusal.tsx";
import styles from "./contract-page.module.css";
import { OccasionalContractForm } from "./occasional-contract-form.tsx";

/** What a form of the page came back with. */
export type ContractReply = {
  values: Record<string, unknown>;
  errors: Record<string, string>;
  refusal: ContractRefusal | null;
};

/** One contract of a facility: its hours, its history, and what may be changed. */
export function ContractPage({
  page,
  reply,
}: {
  page: ContractView;
  reply: ContractReply | undefined;
}): ReactNode {
  const { t } = useWords();
  const { facility, agreement, childName, adaptation } = page;
  const { errors, errorOf } = useFieldErrors(reply);
  const typed: TypedForm = { values: reply?.values ?? {}, errorOf };
  const isOpen = (acte: string): boolean => typed.values.acte === acte;
  const open = agreement.standing !== "ended";
  return (
    <Page
      wide
      title={childName}
      lead={t("attendance:contract.of", { facility: facility.name })}
      back={{ href: `/structure/${facility.id}/contrats`, label: t("attendance:contract.back") }}
    >
      <ErrorSummary errors={errors} />
      {reply?.refusal && <ContractRefused refusal={reply.refusal} />}
      <div className={styles.columns}>
        <section aria-labelledby="agreement">
          <h2 id="agreement">{t(`attendance:contract.hoursOf.${open ? agreement.standing : "ended"}`)}</h2>
          <AgreementFacts agreement={agreement} />
        </section>
        <section aria-labelledby="history">
          <h2 id="history">{t("attendance:contract.history.title")}</h2>
          <AgreementHistory events={agreement.history} />
        </section>
      </div>
      {page.occasional && (
        <section aria-labelledby="occasional" className={styles.forms}>
          <h2 id="occasional">{t("attendance:occasional.title")}</h2>
          <details open={isOpen("occasional")}>
            <summary>{t("attendance:occasional.contract.title")}</summary>
            <OccasionalContractForm page={page} usual={page.occasional} typed={typed} />
          </details>
        </section>
      )}
      {open && (
        <section aria-labelledby="change" className={styles.forms}>
          <h2 id="change">{t("attendance:contract.change")}</h2>
          {agreement.kind !== "occasional" && (
            <details open={isOpen("amend")}>
              <summary>{t("attendance:contract.amend.title")}</summary>
              <AmendForm page={page} typed={typed} />
            </details>
          )}
          {adaptation && (
            <details open={isOpen("adapt")}>
              <summary>{t("attendance:contract.adapt.title")}</summary>
              <AdaptForm page={page} typed={typed} />
            </details>
          )}
          <details open={isOpen("end")}>
            <summary>{t("attendance:contract.end.title")}</summary>
            <EndForm page={page} typed={typed} />
          </details>
        </section>
      )}
    </Page>
  );
}
