// The calendar of an employer: the file and the travel, then what was understood of it, before any of it is kept.
import { type ChangeEvent, type ReactNode, useState } from "react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FieldNotes, TextField, fieldId } from "#app/ui/field.tsx";
import fieldStyles from "#app/ui/field.module.css";
import { Notice } from "#app/ui/notice.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import { largestCalendar, longestTravel } from "../../rules/ask-form-hours.ts";
import { type FoundCalendar, leftOutReasons } from "../../rules/ask-form-found.ts";
import styles from "./hours-page.module.css";

function Found({ found, filled }: { found: FoundCalendar; filled: boolean }): ReactNode {
  const { t, language } = useWords();
  const { shifts, firstDay, lastDay, rota, cycle } = found;
  return (
    <Notice meaning="information" title={t("families:ask.hours.calendar.found", { count: shifts })}>
      <p>
        {t("families:ask.hours.calendar.period", {
          first: formatDay(firstDay, language),
          last: formatDay(lastDay, language),
        })}{" "}
        {t("families:ask.hours.calendar.weeks", { count: rota.rota?.length ?? 0 })}
      </p>
      <p>
        {cycle
          ? t("families:ask.hours.calendar.repeats", { count: cycle.cycleWeeks })
          : t("families:ask.hours.calendar.repeatsNot")}
      </p>
      <ul>
        {leftOutReasons
          .filter((reason) => (found.leftOut[reason] ?? 0) > 0)
          .map((reason) => (
            <li key={reason}>
              {t(`families:ask.hours.calendar.leftOut.${reason}`, { count: found.leftOut[reason]! })}
            </li>
          ))}
      </ul>
      <WeekStrip pattern={cycle ?? rota} />
      <details>
        <summary>{t("families:ask.hours.calendar.inWords")}</summary>
        <WeekHours pattern={cycle ?? rota} />
      </details>
      {filled && <p>{t("families:ask.hours.calendar.replaces")}</p>}
      <div className={styles.tools}>
        {cycle && (
          <Button name="intent" value="keepFound:repeat">
            {t("families:ask.hours.calendar.repeat", { count: cycle.cycleWeeks })}
          </Button>
        )}
        <Button name="intent" value="keepFound:dates">
          {t("families:ask.hours.calendar.dates")}
        </Button>
        <Button kind="quiet" name="intent" value="keepFound:nothing">
          {t("families:ask.hours.calendar.nothing")}
        </Button>
      </div>
    </Notice>
  );
}

export function ImportCalendar({
  found,
  filled,
  travel,
  problem,
}: {
  /** What was read, while the family has not said what to do with it. */
  found: FoundCalendar | null;
  /** There are hours already, which what was read would replace. */
  filled: boolean;
  travel: { before: string; after: string };
  problem: (name: string) => string | null;
}): ReactNode {
  const { t } = useWords();
  const [tooBig, setTooBig] = useState(false);
  const id = fieldId("calendar");
  const error = tooBig ? t("families:ask.problem.calendarTooLarge") : problem("calendar");
  const wrong = error ?? problem("travelBefore") ?? problem("travelAfter");
  /** A file that would be refused is not sent at all: on a telephone, that costs. */
  function check(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.currentTarget.files?.[0];
    const refused = file !== undefined && file.size > largestCalendar;
    if (refused) event.currentTarget.value = "";
    setTooBig(refused);
  }
  return (
    <section id="planning" className={styles.week}>
      {found && <Found found={found} filled={filled} />}
      <details className={styles.typed} open={wrong !== null || found !== null}>
        <summary>{t("families:ask.hours.calendar.title")}</summary>
        <p>{t("families:ask.hours.calendar.why")}</p>
        <div className={styles.travel}>
          {(["travelBefore", "travelAfter"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="number"
              inputMode="numeric"
              min={0}
              max={longestTravel}
              narrow
              label={t(`families:ask.hours.calendar.${name}`)}
              error={problem(name)}
              defaultValue={name === "travelBefore" ? travel.before : travel.after}
            />
          ))}
        </div>
        <div className={error ? `${fieldStyles.field} ${fieldStyles.wrong}` : fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={id}>
            {t("families:ask.hours.calendar.file")}
          </label>
          <FieldNotes id={id} hint={t("families:ask.hours.calendar.fileHint")} error={error} />
          <input
            type="file"
            id={id}
            name="calendar"
            accept=".ics,text/calendar"
            className={fieldStyles.input}
            onChange={check}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
          />
        </div>
        <p>
          <Button name="intent" value="readCalendar">
            {t("families:ask.hours.calendar.read")}
          </Button>
        </p>
      </details>
    </section>
  );
}
