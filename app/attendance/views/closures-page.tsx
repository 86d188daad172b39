import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, TextField, fieldId } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ClosurePreview, ClosuresView } from "../acts/read-closures.server.ts";
import type { ClosureReply } from "../rules/closure-form.ts";
import styles from "./closure-list.module.css";

function useDays(): (closure: { fromDay: string; toDay: string }) => string {
  const { t, language } = useWords();
  return ({ fromDay, toDay }) =>
    fromDay === toDay
      ? formatDay(fromDay, language)
      : t("calendar:fromTo", { from: formatDay(fromDay, language), to: formatDay(toDay, language) });
}

function Preview({ preview, here }: { preview: ClosurePreview; here: string }): ReactNode {
  const { t } = useWords();
  const days = useDays();
  const { closure, stays, households, writtenTo, toCall } = preview;
  return (
    <Notice meaning="attention" title={t("attendance:closures.preview", { days: days(closure) })}>
      <ul>
        <li>{t("attendance:closures.stays", { count: stays })}</li>
        <li>{t("attendance:closures.households", { count: households })}</li>
        <li>{t("attendance:closures.writtenTo", { count: writtenTo })}</li>
        {toCall > 0 && <li>{t("attendance:closures.toCall", { count: toCall })}</li>}
      </ul>
      <form method="post">
        {Object.entries(closure).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button kind="main" name="intent" value="add">
            {t("attendance:closures.confirm")}
          </Button>
          <ButtonLink href={here}>{t("attendance:closures.cancel")}</ButtonLink>
        </ButtonRow>
      </form>
    </Notice>
  );
}

/** The closures of a facility: those to come, and one more, looked at before it is said. */
export function ClosuresPage({ view, reply }: { view: ClosuresView; reply?: ClosureReply }): ReactNode {
  const { t } = useWords();
  const days = useDays();
  const { facility, closures, preview, today } = view;
  const typed = reply ?? view.typed ?? undefined;
  const { errors, errorOf } = useFieldErrors(typed);
  const here = `/structure/${facility.id}/reglages/fermetures`;
  const text = (name: string): string => typed?.values[name] ?? "";
  return (
    <Page
      title={t("attendance:closures.title")}
      lead={t("attendance:closures.lead")}
      back={{
        href: `/structure/${facility.id}/reglages`,
        label: t("facilities:settings.title", { facility: facility.name }),
      }}
    >
      <ErrorSummary errors={errors} />
      {preview && !reply && <Preview preview={preview} here={here} />}
      <h2 id={fieldId("closures")}>{t("attendance:closures.toCome")}</h2>
      {closures.length === 0 && <p>{t("attendance:closures.none")}</p>}
      <ul className={styles.closures}>
        {closures.map((closure) => (
          <li key={closure.id}>
            <strong>{days(closure)}</strong>
            <span>{closure.label}</span>
            {closure.mayBeRemoved ? (
              <form method="post">
                <input type="hidden" name="closureId" value={closure.id} />
                <Button small kind="refusal" name="intent" value="remove">
                  {t("attendance:closures.remove")}
                  <span className="visually-hidden"> : {days(closure)}</span>
                </Button>
              </form>
            ) : (
              <small>{t("attendance:closures.begun")}</small>
            )}
          </li>
        ))}
      </ul>
      <h2>{t("attendance:closures.addTitle")}</h2>
      <form method="get" noValidate>
        <TextField
          narrow
          type="date"
          name="fromDay"
          min={today}
          label={t("attendance:closures.fromDay")}
          error={errorOf("fromDay")}
          defaultValue={text("fromDay")}
        />
        <TextField
          narrow
          type="date"
          name="toDay"
          min={today}
          label={t("attendance:closures.toDay")}
          hint={t("attendance:closures.toDayHint")}
          error={errorOf("toDay")}
          defaultValue={text("toDay")}
        />
        <TextField
          name="label"
          maxLength={80}
          label={t("attendance:closures.label")}
          hint={t("attendance:closures.labelHint")}
          error={errorOf("label")}
          defaultValue={text("label")}
        />
        <Button kind={preview ? "plain" : "main"}>{t("attendance:closures.look")}</Button>
      </form>
    </Page>
  );
}
