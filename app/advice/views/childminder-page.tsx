import type { ReactNode } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { printHours } from "#app/calendar/rules/hours-text.ts";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { FormReply } from "#app/platform/web/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { ErrorSummary, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { WeekStrip } from "#app/ui/week-strip.tsx";
import type { ChildminderLine } from "../acts/read-childminders.server.ts";
import { Lines, StateOf } from "./childminders-page.tsx";

type FormProps = { reply: FormReply | undefined; today: CalendarDay };

function OfferForm({
  line,
  quarterNames,
  reply,
  today,
}: FormProps & { line: ChildminderLine | null; quarterNames: string[] }): ReactNode {
  const { t } = useWords();
  const { errorOf } = useFieldErrors(reply);
  const typed = (name: string, before: string): string => String(reply?.values[name] ?? before);
  return (
    <form method="post" noValidate>
      <TextField
        name="nom"
        label={t("advice:childminders.name")}
        error={errorOf("nom")}
        defaultValue={typed("nom", line?.name ?? "")}
        autoComplete="off"
      />
      <SelectField
        name="quartier"
        label={t("advice:childminders.quarter")}
        hint={t("advice:childminders.quarterHint")}
        error={errorOf("quartier")}
        empty={t("advice:childminders.chooseQuarter")}
        defaultValue={typed("quartier", line?.quarterName ?? "")}
        options={quarterNames.map((name) => ({ value: name, label: name }))}
      />
      <TextField
        name="places"
        type="number"
        min={1}
        max={4}
        inputMode="numeric"
        narrow
        label={t("advice:childminders.places")}
        hint={t("advice:childminders.placesHint")}
        error={errorOf("places")}
        defaultValue={typed("places", line?.places?.toString() ?? "")}
      />
      <TextField
        name="heures"
        label={t("advice:childminders.hours")}
        hint={t("advice:childminders.hoursHint")}
        error={errorOf("heures")}
        defaultValue={typed("heures", line && line.hours.slots.length > 0 ? printHours(line.hours) : "")}
        autoComplete="off"
      />
      <TextField
        name="debut"
        type="date"
        narrow
        label={t("advice:childminders.from")}
        hint={line ? t("advice:childminders.fromHint") : undefined}
        error={errorOf("debut")}
        defaultValue={typed("debut", today)}
      />
      <Button kind="main" name="intention" value="save">
        {line ? t("advice:childminders.save") : t("advice:childminders.addThis")}
      </Button>
    </form>
  );
}

function StopForm({ reply, today }: FormProps): ReactNode {
  const { t } = useWords();
  const { errorOf } = useFieldErrors(reply);
  return (
    <form method="post" noValidate>
      <TextField
        name="fin"
        type="date"
        narrow
        label={t("advice:childminders.lastDay")}
        hint={t("advice:childminders.lastDayHint")}
        error={errorOf("fin")}
        defaultValue={String(reply?.values.fin ?? today)}
      />
      <Button kind="refusal" name="intention" value="stop">
        {t("advice:childminders.stop")}
      </Button>
    </form>
  );
}

function Known({ line }: { line: ChildminderLine }): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      <StateOf state={line.state} />
      <Facts
        facts={[
          { term: t("advice:childminders.quarter"), value: line.quarterName ?? t("ui:unknown") },
          { term: t("advice:childminders.places"), value: line.places ?? t("ui:unknown") },
          {
            term: t("advice:childminders.hours"),
            value: <Lines pattern={line.hours} none={t("ui:unknown")} />,
          },
          {
            term: t("advice:childminders.children"),
            value: t("advice:childminders.childrenCount", { count: line.children }),
          },
          {
            term: t("advice:childminders.free"),
            value: <Lines pattern={line.free} none={t("advice:childminders.noneFree")} />,
          },
        ]}
      />
      {line.freeMinutes > 0 && (
        <figure>
          <figcaption>
            {t("advice:childminders.freeHours", { length: formatLength(line.freeMinutes, language) })}
          </figcaption>
          <WeekStrip pattern={line.free} />
        </figure>
      )}
    </>
  );
}

/** One childminder: what she offers, what is free, and how that changes; or a new one. */
export function ChildminderPage({
  line,
  quarterNames,
  reply,
  today,
}: FormProps & { line: ChildminderLine | null; quarterNames: string[] }): ReactNode {
  const { t } = useWords();
  const { errors } = useFieldErrors(reply);
  return (
    <Page
      title={line?.name ?? t("advice:childminders.newTitle")}
      lead={line ? undefined : t("advice:childminders.newLead")}
      back={{ href: "/relais/assistantes-maternelles", label: t("advice:childminders.title") }}
    >
      <ErrorSummary errors={errors} />
      {line && <Known line={line} />}
      {line && <h2>{t("advice:childminders.changeTitle")}</h2>}
      <OfferForm {...{ line, quarterNames, reply, today }} />
      {line && line.state.state !== "stopped" && (
        <>
          <h2>{t("advice:childminders.stopTitle")}</h2>
          {line.children > 0 && (
            <Notice meaning="attention">
              <p>{t("advice:childminders.stopChildren", { count: line.children })}</p>
            </Notice>
          )}
          <StopForm reply={reply} today={today} />
        </>
      )}
    </Page>
  );
}
