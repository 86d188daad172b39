import type { ReactNode } from "react";
import { formatDate, formatInstant, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { CheckboxField, ChoiceField, ErrorSummary } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextAreaField } from "#app/ui/text-area-field.tsx";
import { WeekStrip } from "#app/ui/week-strip.tsx";
import type { AdviceCaseView } from "../acts/read-advice-case.server.ts";
import { adviceCodes } from "../rules/advice.ts";

function AdviceGivenList({ notes }: { notes: AdviceCaseView["notes"] }): ReactNode {
  const { t, language } = useWords();
  if (notes.length === 0) return <p>{t("advice:case.noNote")}</p>;
  return (
    <ol>
      {notes.map(({ id, code, text, at }) => (
        <li key={id}>
          <strong>{t(`advice:code.${code}`)}</strong> – {formatInstant(at, language)}
          <br />
          {text}
        </li>
      ))}
    </ol>
  );
}

function AdviceForm({ file, reply }: { file: AdviceCaseView; reply: FormReply | undefined }): ReactNode {
  const { t } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  return (
    <form method="post" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={file.version} />
      <ChoiceField
        name="code"
        label={t("advice:case.kind")}
        error={errorOf("code")}
        defaultValue={String(reply?.values.code ?? "")}
        options={adviceCodes.map((code) => ({ value: code, label: t(`advice:code.${code}`) }))}
      />
      <TextAreaField
        name="text"
        label={t("advice:case.text")}
        hint={t("advice:case.textHint")}
        error={errorOf("text")}
        defaultValue={String(reply?.values.text ?? "")}
      />
      <CheckboxField name="close" label={t("advice:case.close")} hint={t("advice:case.closeHint")} />
      <Button kind="main">{t("advice:case.send")}</Button>
    </form>
  );
}

/** One case: what the family needs, how to reach it, what was advised. */
export function AdviceCase({
  file,
  reply,
}: {
  file: AdviceCaseView;
  reply: FormReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const birth = file.child.birthDay
    ? t("advice:case.born", { date: formatDate(file.child.birthDay, language) })
    : t("advice:case.expected", { date: formatDate(file.child.expectedOn ?? file.startOn, language) });
  return (
    <Page
      title={t("advice:case.title", { child: file.child.firstName || t("ui:unbornChild") })}
      lead={t(`advice:reason.${file.reasonCode}`)}
      back={{ href: "/relais", label: t("advice:desk.title") }}
    >
      <Facts
        facts={[
          { term: t("advice:case.reference"), value: file.reference },
          { term: t("advice:case.state"), value: t(`requests:status.${file.status}.label`) },
          { term: t("advice:case.birth"), value: birth },
          { term: t("advice:desk.start"), value: formatDate(file.startOn, language) },
          {
            term: t("advice:desk.hours"),
            value: t("advice:case.hours", {
              total: formatLength(file.weeklyMinutes, language),
              atypical: formatLength(file.atypicalMinutes, language),
            }),
          },
          ...file.guardians.map(({ name, email, phone }) => ({
            term: name,
            value: [email, phone].filter(Boolean).join(" – ") || t("ui:unknown"),
          })),
        ]}
      />
      <h2>{t("advice:case.week")}</h2>
      <WeekStrip pattern={file.pattern} />
      <p>
        <a href={`/places?demande=${file.careRequestId}`}>{t("allocation:search.link")}</a>
      </p>
      <h2>{t("advice:case.wishes")}</h2>
      <ol>
        {file.wishes.map(({ rank, facility, coveredMinutes }) => (
          <li key={rank}>
            {t("advice:case.wish", {
              facility,
              covered: formatLength(coveredMinutes, language),
              total: formatLength(file.weeklyMinutes, language),
            })}
          </li>
        ))}
      </ol>
      <h2>{t("advice:case.notes")}</h2>
      <AdviceGivenList notes={file.notes} />
      {file.open ? (
        <>
          <h2>{t("advice:case.give")}</h2>
          <AdviceForm file={file} reply={reply} />
        </>
      ) : (
        <Notice meaning="success">
          <p>{t("advice:case.closed")}</p>
        </Notice>
      )}
    </Page>
  );
}
