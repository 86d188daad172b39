import { type MouseEvent, type ReactNode, useState, useSyncExternalStore } from "react";
import { hoursByBand } from "#app/calendar/rules/time-bands.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, FieldNotes, TextField, fieldId } from "#app/ui/field.tsx";
import fieldStyles from "#app/ui/field.module.css";
import { Icon } from "#app/ui/icon.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { AskHoursPage } from "../../acts/read-ask-hours.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { applyExample, exampleCodes } from "../../rules/ask-form-examples.ts";
import {
  type TypedHours,
  clearDays,
  copyMonday,
  copyWeekA,
  flexibleWeeks,
  readSlots,
  typedDays,
} from "../../rules/ask-form-hours.ts";
import { AskForm, useProblem } from "./ask-frame.tsx";
import styles from "./hours-page.module.css";
import { TypedWeeks } from "./typed-weeks.tsx";
import { WeekDrawing } from "./week-drawing.tsx";

function Total({ pattern, page }: { pattern: WeeklyPattern; page: AskHoursPage }): ReactNode {
  const { t, language } = useWords();
  const { total, atypical } = hoursByBand(pattern, page.bands);
  const values = { total: formatLength(total, language), atypical: formatLength(atypical, language) };
  if (total === 0) return <p className={styles.total}>{t("families:ask.hours.totalNone")}</p>;
  return (
    <div aria-live="polite">
      <p className={styles.total}>
        {t(
          pattern.cycleWeeks === 2 ? "families:ask.hours.totalTwoWeeks" : "families:ask.hours.total",
          values,
        )}
      </p>
      {atypical > 0 && (
        <p className={styles.atypical}>
          <Icon name="moon" /> {t("families:ask.hours.atypical", values)}
        </p>
      )}
    </div>
  );
}

const neverChanges = () => () => undefined;

/** True once the page lives in the browser. */
function useLive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

export function HoursPage({ page, problems }: { page: AskHoursPage; problems: AskProblem[] }): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  const live = useLive();
  const [hours, setHours] = useState(page.hours);
  const { pattern } = readSlots(hours);

  /** A button that changes the week: here when the page lives, else by posting the form. */
  const tool = (label: string, value: string, change: (hours: TypedHours) => TypedHours): ReactNode => (
    <Button
      key={value}
      small
      name="intent"
      value={value}
      onClick={(event: MouseEvent) => {
        if (!live) return;
        event.preventDefault();
        setHours(change);
      }}
    >
      {label}
    </Button>
  );

  function takeDrawing(drawn: WeeklyPattern): boolean {
    const days = typedDays(drawn);
    if (days) setHours((present) => ({ ...present, days }));
    return days !== null;
  }

  return (
    <AskForm
      frame={page}
      problems={problems}
      title={
        page.childName
          ? t("families:ask.hours.titleFor", { name: page.childName })
          : t("families:ask.hours.title")
      }
      lead={t("families:ask.hours.lead")}
    >
      <div className={styles.hours}>
        <p>{t("families:ask.hours.examples")}</p>
        <div className={styles.examples}>
          {page.same.map(({ child, name }) => (
            <Button key={child} small name="intent" value={`same:${child}`}>
              {name
                ? t("families:ask.hours.sameAs", { name })
                : t("families:ask.hours.sameAsChild", { number: child + 1 })}
            </Button>
          ))}
          {exampleCodes(page.careKind).map((code) =>
            tool(t(`families:ask.hours.example.${code}`), `example:${code}`, (present) =>
              applyExample(present, page.careKind, code),
            ),
          )}
        </div>
        <section id="semaine" className={styles.week} aria-label={t("families:ask.hours.week")}>
          <div id={fieldId("week")}>
            <FieldNotes id={fieldId("week")} error={problem("week")} />
          </div>
          {live ? (
            <WeekDrawing pattern={pattern} mondays={page.mondays} onDraw={takeDrawing} />
          ) : (
            <WeekStrip pattern={pattern} />
          )}
          <Total pattern={pattern} page={page} />
          {pattern.slots.length > 0 && <WeekHours pattern={pattern} />}
        </section>
        {live && (
          <div className={styles.tools}>
            {tool(t("families:ask.hours.copyMonday"), "copy:0", (present) => copyMonday(present, 0))}
            {hours.alternate && tool(t("families:ask.hours.copyWeek"), "copyWeek", copyWeekA)}
            {tool(t("families:ask.hours.clear"), "clear", clearDays)}
          </div>
        )}
        <label className={fieldStyles.choice}>
          <input
            type="checkbox"
            name="alternate"
            checked={hours.alternate}
            onChange={(event) => setHours({ ...hours, alternate: event.currentTarget.checked })}
          />
          <span>
            {t("families:ask.hours.alternate")}
            <small>{t("families:ask.hours.alternateHint")}</small>
          </span>
        </label>
        <TypedWeeks page={page} hours={hours} setHours={setHours} problem={problem} live={live} />
        <TextField
          name="startOn"
          type="date"
          narrow
          label={t("families:ask.hours.startOn")}
          hint={t("families:ask.hours.startOnHint")}
          error={problem("startOn")}
          defaultValue={hours.startOn}
        />
        <ChoiceField
          name="flexibleWeeks"
          label={t("families:ask.hours.flexible")}
          hint={t("families:ask.hours.flexibleHint")}
          error={problem("flexibleWeeks")}
          defaultValue={hours.flexibleWeeks}
          options={flexibleWeeks.map((weeks) => ({
            value: String(weeks),
            label:
              weeks === 0
                ? t("families:ask.hours.flexibleNot")
                : t("families:ask.hours.flexibleBy", { count: weeks }),
          }))}
        />
      </div>
    </AskForm>
  );
}
