import type { ReactNode } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { EmergencyView } from "../acts/read-emergency.server.ts";
import type { ContractReply } from "./contract-page.tsx";
import { ContractRefused } from "./contract-refusal.tsx";
import { HoursField } from "./hours-field.tsx";

/** A child whom the town does not know, taken in for a few days. */
export function EmergencyPage({
  page,
  reply,
}: {
  page: EmergencyView;
  reply: ContractReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { facility, sections, today, latest, maxDays } = page;
  const { errors, errorOf } = useFieldErrors(reply);
  const typed = (name: string, usual = ""): string => {
    const value = reply?.values[name];
    return typeof value === "string" ? value : usual;
  };
  return (
    <Page
      title={t("attendance:contract.emergency.title")}
      lead={t("attendance:contract.emergency.lead", { count: maxDays })}
      back={{ href: `/structure/${facility.id}/contrats`, label: t("attendance:contract.back") }}
    >
      <ErrorSummary errors={errors} />
      {reply?.refusal && <ContractRefused refusal={reply.refusal} />}
      <form method="post">
        <TextField
          name="prenom"
          label={t("attendance:contract.emergency.firstName")}
          autoComplete="off"
          defaultValue={typed("prenom")}
          error={errorOf("prenom")}
        />
        <TextField
          name="nom"
          label={t("attendance:contract.emergency.lastName")}
          autoComplete="off"
          defaultValue={typed("nom")}
          error={errorOf("nom")}
        />
        <SelectField
          name="section"
          label={t("attendance:contract.term.section")}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed("section", sections[0]?.id)}
          error={errorOf("section")}
        />
        <TextField
          name="debut"
          type="date"
          narrow
          label={t("attendance:contract.emergency.start")}
          defaultValue={typed("debut", today)}
          error={errorOf("debut")}
        />
        <TextField
          name="fin"
          type="date"
          narrow
          label={t("attendance:contract.emergency.end")}
          hint={t("attendance:contract.emergency.endHint", { day: formatDay(latest, language) })}
          defaultValue={typed("fin", latest)}
          error={errorOf("fin")}
        />
        <HoursField
          name="heures"
          label={t("attendance:contract.term.hours")}
          value={typed("heures")}
          error={errorOf("heures")}
        />
        <Button kind="main">{t("attendance:contract.emergency.button")}</Button>
      </form>
    </Page>
  );
}
