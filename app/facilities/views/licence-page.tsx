import type { ReactNode } from "react";
import { addDays } from "#app/calendar/rules/day.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { ManagedView } from "../acts/read-managed.server.ts";
import type { TypedLine } from "../rules/licence-form.ts";
import { HourFields, WeekdayFields } from "./band-fields.tsx";
import styles from "./settings.module.css";

type Reply = { values: Record<string, unknown>; errors: Record<string, string> };

/** A new licence of a section, from a day on. */
export function LicencePage({
  facility,
  section,
  today,
  lines,
  validFrom,
  reply,
}: {
  facility: ManagedView["facility"];
  section: ManagedView["sections"][number];
  today: ManagedView["today"];
  lines: TypedLine[];
  /** As typed; null before anything is. */
  validFrom: string | null;
  reply?: Reply;
}): ReactNode {
  const { t, language } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  const toCome = section.versions.filter(({ from }) => from > today);
  return (
    <Page
      wide
      title={t("facilities:settings.licenceTitle", { section: section.name })}
      lead={t("facilities:settings.licenceLead")}
      back={{
        href: `/structure/${facility.id}/reglages#${section.id}`,
        label: t("facilities:settings.title", { facility: facility.name }),
      }}
    >
      <form method="post" noValidate>
        <ErrorSummary errors={errors} />
        {toCome.map(({ from }) => (
          <Notice key={from} meaning="attention">
            <p>{t("facilities:settings.licenceToCome", { day: formatDate(from, language) })}</p>
          </Notice>
        ))}
        <TextField
          narrow
          type="date"
          name="validFrom"
          min={today}
          label={t("facilities:settings.validFrom")}
          hint={t("facilities:settings.licenceFromHint")}
          error={errorOf("validFrom")}
          defaultValue={validFrom ?? addDays(today, 1)}
        />
        <p>{t("facilities:settings.linesHint")}</p>
        {lines.map((line, index) => (
          <fieldset key={index} className={styles.bandLine}>
            <legend>{t("facilities:settings.lineNumber", { number: index + 1 })}</legend>
            <WeekdayFields
              name={`lines[${index}].weekdays`}
              chosen={line.weekdays}
              error={errorOf(`lines[${index}].weekdays`)}
            />
            <div className={styles.hours}>
              <HourFields prefix={`lines[${index}].`} typed={line} errorOf={errorOf} />
              <TextField
                narrow
                type="number"
                inputMode="numeric"
                min={0}
                max={300}
                name={`lines[${index}].places`}
                label={t("facilities:settings.places")}
                error={errorOf(`lines[${index}].places`)}
                defaultValue={line.places}
              />
            </div>
          </fieldset>
        ))}
        <ButtonRow>
          <Button kind="main" name="intent" value="save">
            {t("facilities:settings.saveLicence")}
          </Button>
          <Button name="intent" value="more">
            {t("facilities:settings.moreLines")}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
