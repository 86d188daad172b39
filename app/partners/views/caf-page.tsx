import type { ReactNode } from "react";
import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import type { CafReferralFollowed } from "#app/requests/acts/read-caf-referrals.server.ts";
import { statusMeaning } from "#app/requests/rules/lifecycle.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ErrorSummary, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

function ReferralForm({ reply }: { reply: FormReply | undefined }): ReactNode {
  const { t } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        narrow
        name="reference"
        autoComplete="off"
        autoCapitalize="characters"
        label={t("partners:caf.reference")}
        hint={t("partners:caf.referenceHint")}
        error={errorOf("reference")}
        defaultValue={String(reply?.values.reference ?? "")}
      />
      <TextField
        narrow
        name="birthDay"
        type="date"
        label={t("partners:caf.birthDay")}
        hint={t("partners:caf.birthDayHint")}
        error={errorOf("birthDay")}
        defaultValue={String(reply?.values.birthDay ?? "")}
      />
      <CheckboxField
        name="accompanied"
        label={t("partners:caf.accompanied")}
        hint={t("partners:caf.accompaniedHint")}
        error={errorOf("accompanied")}
        defaultChecked={reply?.values.accompanied === "on"}
      />
      <CheckboxField
        name="agreed"
        label={t("partners:caf.agreed")}
        error={errorOf("agreed")}
        defaultChecked={reply?.values.agreed === "on"}
      />
      <Button kind="main">{t("partners:caf.send")}</Button>
    </form>
  );
}

/** One short referral, and what became of those already made. */
export function CafPage({
  referrals,
  reply,
}: {
  referrals: CafReferralFollowed[];
  reply: FormReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <Page title={t("partners:caf.title")} lead={t("partners:caf.lead")}>
      <ReferralForm reply={reply} />
      <h2>{t("partners:caf.followed")}</h2>
      {referrals.length === 0 ? (
        <p>{t("partners:caf.none")}</p>
      ) : (
        <DataTable
          caption={t("partners:caf.followed")}
          hiddenCaption
          rows={referrals}
          rowKey={(row) => row.reference}
          columns={[
            {
              key: "child",
              header: t("partners:caf.child"),
              cell: (row) => `${row.childFirstName || t("ui:unbornChild")} – ${row.reference}`,
            },
            {
              key: "state",
              header: t("partners:caf.state"),
              cell: (row) => (
                <Tag meaning={statusMeaning[row.status].meaning}>
                  {t(`requests:status.${row.status}.label`)}
                </Tag>
              ),
            },
            {
              key: "outcome",
              header: t("partners:caf.outcome"),
              cell: (row) =>
                row.place
                  ? t("partners:caf.place", {
                      ...row.place,
                      startOn: formatDate(row.place.startOn, language),
                    })
                  : row.nextStepBy
                    ? t("partners:caf.nextStep", { date: formatDate(row.nextStepBy, language) })
                    : "–",
            },
          ]}
        />
      )}
    </Page>
  );
}
