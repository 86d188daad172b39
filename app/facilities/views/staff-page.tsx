import type { ReactNode } from "react";
import { addDays } from "#app/calendar/rules/day.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { ManagedView, StaffLine } from "../acts/read-managed.server.ts";
import { HourFields, WeekdayFields } from "./band-fields.tsx";
import { bandText } from "./settings-text.ts";
import styles from "./settings.module.css";

type Reply = { values: Record<string, unknown>; errors: Record<string, string> };

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

function Planned({
  line,
  sectionName,
  error,
  today,
}: {
  line: StaffLine;
  sectionName: string;
  error: string | null;
  today: ManagedView["today"];
}): ReactNode {
  const { t, language } = useWords();
  const { ids, weekdays, staff, validFrom, validTo, ...hours } = line;
  const name = `from-${ids[0]}`;
  return (
    <li>
      <p>
        <strong>{t("facilities:settings.staffCount", { count: staff })}</strong>{" "}
        {t("facilities:settings.staffWhere", {
          section: sectionName,
          band: bandText(weekdays, hours, t, language),
        })}
      </p>
      <p className={styles.note}>
        {validTo
          ? t("facilities:settings.heldFromTo", {
              from: formatDate(validFrom, language),
              to: formatDate(validTo, language),
            })
          : t("facilities:settings.heldFrom", { from: formatDate(validFrom, language) })}
      </p>
      {!validTo && (
        <form method="post">
          {ids.map((id) => (
            <input key={id} type="hidden" name="bandIds" value={id} />
          ))}
          <TextField
            narrow
            type="date"
            id={name}
            name="from"
            label={t("facilities:settings.staffUntil")}
            error={error}
            min={today}
            defaultValue={addDays(today, 1)}
            required
          />
          <Button small kind="refusal" name="intent" value="end">
            {t("facilities:settings.endStaff")}
          </Button>
        </form>
      )}
    </li>
  );
}

/** Who is planned with the children, and when. */
export function StaffPage({ view, reply }: { view: ManagedView; reply?: Reply }): ReactNode {
  const { t } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  const { facility, sections, staff, today } = view;
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const values = reply?.values ?? {};
  const text = (name: string, usual = ""): string => (reply ? String(values[name] ?? "") : usual);
  return (
    <Page
      title={t("facilities:settings.staffTitle")}
      lead={t("facilities:settings.staffLead")}
      back={{
        href: `/structure/${facility.id}/reglages`,
        label: t("facilities:settings.title", { facility: facility.name }),
      }}
    >
      <ErrorSummary errors={errors} />
      <h2>{t("facilities:settings.staffPlanned")}</h2>
      {staff.length === 0 && <p>{t("facilities:settings.noStaff")}</p>}
      <ul className={styles.lines}>
        {staff.map((line) => (
          <Planned
            key={line.ids[0]}
            line={line}
            today={today}
            error={list(values.bandIds).includes(line.ids[0]!) ? errorOf("from") : null}
            sectionName={(line.sectionId && names.get(line.sectionId)) || t("facilities:settings.anySection")}
          />
        ))}
      </ul>
      <h2>{t("facilities:settings.addStaffTitle")}</h2>
      <form method="post" noValidate>
        <SelectField
          name="sectionId"
          label={t("facilities:settings.section")}
          empty={t("facilities:settings.anySection")}
          defaultValue={text("sectionId")}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <WeekdayFields
          name="weekdays"
          error={errorOf("weekdays")}
          chosen={reply ? list(values.weekdays) : ["1", "2", "3", "4", "5"]}
        />
        <div className={styles.hours}>
          <HourFields
            typed={{ start: text("start"), end: text("end"), nextDay: values.nextDay === "on" }}
            errorOf={errorOf}
          />
        </div>
        <TextField
          narrow
          type="number"
          inputMode="numeric"
          name="staff"
          min={1}
          max={60}
          label={t("facilities:settings.adults")}
          hint={t("facilities:settings.adultsHint")}
          error={errorOf("staff")}
          defaultValue={text("staff")}
        />
        <TextField
          narrow
          type="date"
          name="validFrom"
          min={today}
          label={t("facilities:settings.fromWhen")}
          error={errorOf("validFrom")}
          defaultValue={text("validFrom", addDays(today, 1))}
        />
        <Button kind="main" name="intent" value="add">
          {t("facilities:settings.addStaff")}
        </Button>
      </form>
    </Page>
  );
}
