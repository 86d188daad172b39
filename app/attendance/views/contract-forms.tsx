// The forms of a contract's page. Each works on its own, and comes back with what was typed.
import type { ReactNode } from "react";
import { formatDate, formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { ContractView } from "../acts/read-contract.server.ts";
import type { ContractAct } from "../rules/contract-forms.ts";
import { shorterNoticeReasons } from "../rules/notice.ts";
import { HoursField } from "./hours-field.tsx";

export type TypedForm = { values: Record<string, unknown>; errorOf: (name: string) => string | null };
type FormProps = { page: ContractView; typed: TypedForm };

const text = (value: unknown, usual: string): string => (typeof value === "string" ? value : usual);

function Hidden({ acte, version }: { acte: ContractAct; version: number }): ReactNode {
  return (
    <>
      <input type="hidden" name="acte" value={acte} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

export function AmendForm({ page, typed: { values, errorOf } }: FormProps): ReactNode {
  const { t, language } = useWords();
  const { agreement, sections, firstDay, hoursText } = page;
  const { version, startOn, endOn, sectionId } = agreement;
  const from = firstDay > startOn ? firstDay : startOn;
  const asked = values.acte === "amend" ? values : {};
  return (
    <form method="post">
      <Hidden acte="amend" version={version} />
      <p>{t("attendance:contract.amend.lead")}</p>
      <TextField
        name="depuis"
        type="date"
        narrow
        label={t("attendance:contract.amend.from")}
        hint={t("attendance:contract.amend.fromHint", { day: formatDay(from, language) })}
        defaultValue={text(asked.depuis, from)}
        error={errorOf("depuis")}
      />
      <HoursField
        name="heures"
        label={t("attendance:contract.amend.hours")}
        value={text(asked.heures, hoursText)}
        error={errorOf("heures")}
      />
      {sections.length > 1 ? (
        <SelectField
          name="section"
          label={t("attendance:contract.term.section")}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={text(asked.section, sectionId)}
          error={errorOf("section")}
        />
      ) : (
        <input type="hidden" name="section" value={sectionId} />
      )}
      <TextField
        name="fin"
        type="date"
        narrow
        label={t("attendance:contract.amend.end")}
        hint={t("attendance:contract.amend.endHint")}
        defaultValue={values.acte === "amend" ? text(asked.fin, "") : (endOn ?? "")}
        error={errorOf("fin")}
      />
      <Button kind="main">{t("attendance:contract.amend.button")}</Button>
    </form>
  );
}

export function AdaptForm({ page, typed: { values, errorOf } }: FormProps): ReactNode {
  const { t, language } = useWords();
  const { adaptation, agreement } = page;
  if (!adaptation) return null;
  const asked = values.acte === "adapt" ? values : {};
  return (
    <form method="post">
      <Hidden acte="adapt" version={agreement.version} />
      <p>{t("attendance:contract.adapt.lead", { day: formatDay(adaptation.startOn, language) })}</p>
      <TextField
        name="jusquau"
        type="date"
        narrow
        label={t("attendance:contract.adapt.until")}
        defaultValue={text(asked.jusquau, adaptation.until ?? "")}
        error={errorOf("jusquau")}
      />
      <HoursField
        name="heuresAdaptation"
        label={t("attendance:contract.adapt.hours")}
        value={text(asked.heuresAdaptation, adaptation.hoursText)}
        error={errorOf("heuresAdaptation")}
      />
      <Button>{t("attendance:contract.adapt.button")}</Button>
    </form>
  );
}

export function EndForm({ page, typed: { values, errorOf } }: FormProps): ReactNode {
  const { t, language } = useWords();
  const { agreement, notice } = page;
  const asked = values.acte === "end" ? values : {};
  return (
    <form method="post">
      <Hidden acte="end" version={agreement.version} />
      <p>
        {t("attendance:contract.end.lead", {
          count: notice.days,
          day: formatDate(notice.earliest, language),
          article: notice.article,
        })}
      </p>
      <TextField
        name="dernierJour"
        type="date"
        narrow
        label={t("attendance:contract.end.lastDay")}
        hint={t("attendance:contract.end.lastDayHint")}
        defaultValue={text(asked.dernierJour, notice.earliest)}
        error={errorOf("dernierJour")}
      />
      <SelectField
        name="motif"
        label={t("attendance:contract.end.reason")}
        hint={t("attendance:contract.end.reasonHint")}
        empty={t("attendance:contract.end.noReason")}
        options={shorterNoticeReasons.map((reason) => ({
          value: reason,
          label: t(`attendance:contract.reason.${reason}`),
        }))}
        defaultValue={text(asked.motif, "")}
        error={errorOf("motif")}
      />
      <Button kind="refusal">{t("attendance:contract.end.button")}</Button>
    </form>
  );
}
