import type { ReactNode } from "react";
import { printClock } from "#app/calendar/rules/clock-text.ts";
import { addDays } from "#app/calendar/rules/day.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ChoiceField, ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Page } from "#app/ui/page.tsx";
import type { ManagedView } from "../acts/read-managed.server.ts";
import { choicesOf } from "./settings-text.ts";

type Reply = { values: Record<string, unknown>; errors: Record<string, string> };

const roundings = ["0", "5", "10", "15", "30"];

/** The rules that a facility chooses, from a day on. */
export function RulesPage({ view, reply }: { view: ManagedView; reply?: Reply }): ReactNode {
  const { t } = useWords();
  const { errors, errorOf } = useFieldErrors(reply);
  const { facility, inForce, today } = view;
  const choices = choicesOf(facility.kind);
  const { absenceCutOffDays, absenceCutOffMinute: minute } = inForce;
  const cutOff = minute === 0 || minute === 1440 ? "" : printClock(minute);
  const text = (name: string, usual: string | number): string =>
    reply ? String(reply.values[name] ?? "") : String(usual);
  const ticked = (name: string, usual: boolean): boolean => (reply ? reply.values[name] === "on" : usual);
  const options = (group: string, values: string[]): { value: string; label: string; hint: string }[] =>
    values.map((value) => ({
      value,
      label: t(`facilities:settings.${group}.${value}`),
      hint: t(`facilities:settings.${group}Hint.${value}`),
    }));
  return (
    <Page
      title={t("facilities:settings.rulesTitle")}
      lead={t("facilities:settings.rulesLead")}
      back={{
        href: `/structure/${facility.id}/reglages`,
        label: t("facilities:settings.title", { facility: facility.name }),
      }}
    >
      <form method="post" noValidate>
        <ErrorSummary errors={errors} />
        <TextField
          narrow
          type="date"
          name="validFrom"
          label={t("facilities:settings.validFrom")}
          hint={t("facilities:settings.validFromHint")}
          error={errorOf("validFrom")}
          min={today}
          defaultValue={text("validFrom", addDays(today, 1))}
          required
        />
        {choices.ratio && (
          <>
            <ChoiceField
              name="ratioRule"
              label={t("facilities:settings.term.ratioRule")}
              hint={t("facilities:settings.ratioRuleWhy")}
              options={options("ratioRule", ["byWalking", "single"])}
              defaultValue={text("ratioRule", inForce.ratioRule)}
            />
            <ChoiceField
              name="ratioRounding"
              label={t("facilities:settings.term.ratioRounding")}
              options={options("ratioRounding", ["sum", "groups"])}
              defaultValue={text("ratioRounding", inForce.ratioRounding)}
            />
          </>
        )}
        {choices.overCapacity && (
          <CheckboxField
            name="overCapacity"
            label={t("facilities:settings.overCapacity")}
            hint={t("facilities:settings.overCapacityHint")}
            defaultChecked={ticked("overCapacity", inForce.overCapacity)}
          />
        )}
        {choices.pedt && (
          <CheckboxField
            name="hasPedt"
            label={t("facilities:settings.hasPedt")}
            hint={t("facilities:settings.hasPedtHint")}
            defaultChecked={ticked("hasPedt", inForce.hasPedt)}
          />
        )}
        <h2>{t("facilities:settings.absences")}</h2>
        <TextField
          narrow
          type="number"
          inputMode="numeric"
          name="absenceCutOffDays"
          min={0}
          max={14}
          label={t("facilities:settings.cutOffDays")}
          hint={t("facilities:settings.cutOffDaysHint")}
          error={errorOf("absenceCutOffDays")}
          defaultValue={text("absenceCutOffDays", absenceCutOffDays)}
        />
        <TextField
          narrow
          type="time"
          name="absenceCutOffTime"
          label={t("facilities:settings.cutOffTime")}
          hint={t("facilities:settings.cutOffTimeHint")}
          error={errorOf("absenceCutOffTime")}
          defaultValue={text("absenceCutOffTime", cutOff)}
        />
        <h2>{t("facilities:settings.hoursCounted")}</h2>
        <SelectField
          name="roundingMinutes"
          label={t("facilities:settings.term.rounding")}
          hint={t("facilities:settings.roundingHint")}
          error={errorOf("roundingMinutes")}
          defaultValue={text("roundingMinutes", inForce.roundingMinutes)}
          options={roundings.map((value) => ({
            value,
            label:
              value === "0"
                ? t("facilities:settings.rounding.none")
                : t("facilities:settings.rounding.begun", { count: Number(value) }),
          }))}
        />
        <TextField
          narrow
          type="number"
          inputMode="numeric"
          name="toleranceMinutes"
          min={0}
          max={30}
          label={t("facilities:settings.toleranceMinutes")}
          hint={t("facilities:settings.toleranceHint")}
          error={errorOf("toleranceMinutes")}
          defaultValue={text("toleranceMinutes", inForce.toleranceMinutes)}
        />
        <Button kind="main">{t("facilities:settings.saveRules")}</Button>
      </form>
    </Page>
  );
}
