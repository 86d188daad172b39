import { type ReactNode, useState, useSyncExternalStore } from "react";
import { isEmptyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, FieldNotes, TextField, fieldId } from "#app/ui/field.tsx";
import { WeekHours, WeekStrip } from "#app/ui/week-strip.tsx";
import type { AskHoursPage } from "../../acts/read-ask-hours.server.ts";
import type { AskProblem } from "../../rules/ask-form-answers.ts";
import { applyExample, exampleCodes } from "../../rules/ask-form-examples.ts";
import { byDates, countedFrom, flexibleWeeks, readSlots, weekOf } from "../../rules/ask-form-hours.ts";
import { chooseWeeks } from "../../rules/ask-form-weeks.ts";
import { AddWeek } from "./add-week.tsx";
import { AskForm, useProblem } from "./ask-frame.tsx";
import styles from "./hours-page.module.css";
import { HoursTotal } from "./hours-total.tsx";
import { ImportCalendar } from "./import-calendar.tsx";
import { TypedWeeks } from "./typed-weeks.tsx";
import { useOpenWeek } from "./use-open-week.ts";
import { WeekChoice } from "./week-choice.tsx";
import { WeekEditor } from "./week-editor.tsx";
import { useWeekNames } from "./week-names.ts";
import { pressing } from "./week-tools.tsx";

const neverChanges = () => () => undefined;

/** True once the page lives in the browser. */
function useLive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

const wrongWeeksOf = (problems: AskProblem[]): number[] =>
  problems.flatMap(({ name }) => {
    const day = /^days\[(\d+)\]/.exec(name)?.[1];
    return day ? [weekOf(Number(day))] : [];
  });

export function HoursPage({ page, problems }: { page: AskHoursPage; problems: AskProblem[] }): ReactNode {
  const { t } = useWords();
  const problem = useProblem(problems);
  const live = useLive();
  const [hours, setHours] = useState(page.hours);
  const { pattern } = readSlots(hours);
  const from = countedFrom(hours, page.today);
  const names = useWeekNames(hours, from);
  const wrongWeeks = wrongWeeksOf(problems);
  const [open, setOpen] = useOpenWeek(hours, wrongWeeks, from);
  const weeks = { hours, problem, wrongWeeks, names };

  const example = (code: string): ReactNode => (
    <Button
      key={code}
      small
      name="intent"
      value={`example:${code}`}
      onClick={pressing(live ? setHours : null, (present) =>
        applyExample(present, page.careKind, code, open),
      )}
    >
      {t(`families:ask.hours.example.${code}`)}
    </Button>
  );

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
      carriesFile
    >
      <TextField
        name="startOn"
        type="date"
        narrow
        label={t("families:ask.hours.startOn")}
        hint={t("families:ask.hours.startOnHint")}
        error={problem("startOn")}
        defaultValue={hours.startOn}
        onChange={(event) => {
          const startOn = event.currentTarget.value;
          setHours((present) => ({ ...present, startOn }));
        }}
      />
      <WeekChoice
        weeks={hours.weeks}
        onChoose={(chosen) => setHours((present) => chooseWeeks(present, chosen, from))}
      />
      <ImportCalendar
        found={page.found}
        filled={!isEmptyPattern(pattern)}
        travel={{ before: page.hours.travelBefore, after: page.hours.travelAfter }}
        problem={problem}
      />
      <p>{t("families:ask.hours.examples")}</p>
      <div className={styles.examples}>
        {page.same.map(({ child, name }) => (
          <Button key={child} small name="intent" value={`same:${child}`}>
            {name
              ? t("families:ask.hours.sameAs", { name })
              : t("families:ask.hours.sameAsChild", { number: child + 1 })}
          </Button>
        ))}
        {exampleCodes(page.careKind).map(example)}
      </div>
      <section id="semaine" className={styles.week} aria-label={t("families:ask.hours.week")}>
        {/* Here, and not beside the choice: when it goes, no button above moves away from under a finger. */}
        {!live && (
          <Button small name="intent" value="refresh">
            {t("families:ask.hours.weeks.show")}
          </Button>
        )}
        <div id={fieldId("week")}>
          <FieldNotes id={fieldId("week")} error={problem("week")} />
        </div>
        {hours.weeks === byDates && (
          <>
            <p>{t("families:ask.hours.datesHint")}</p>
            {hours.mondays.map((monday) => (
              <input key={monday} type="hidden" name="mondays" value={monday} />
            ))}
          </>
        )}
        {live ? (
          <WeekEditor {...weeks} setHours={setHours} open={open} onOpen={setOpen} />
        ) : (
          <TypedWeeks {...weeks} />
        )}
        {hours.weeks === byDates && <AddWeek setHours={live ? setHours : null} />}
        {(!live || hours.weeks !== 1) && !isEmptyPattern(pattern) && <WeekStrip pattern={pattern} />}
        <HoursTotal pattern={pattern} bands={page.bands} from={from} clockChanges={page.clockChanges} />
        {!isEmptyPattern(pattern) && <WeekHours pattern={pattern} />}
      </section>
      <ChoiceField
        name="flexibleWeeks"
        label={t("families:ask.hours.flexible")}
        hint={t("families:ask.hours.flexibleHint")}
        error={problem("flexibleWeeks")}
        defaultValue={hours.flexibleWeeks}
        options={flexibleWeeks.map((count) => ({
          value: String(count),
          label:
            count === 0 ? t("families:ask.hours.flexibleNot") : t("families:ask.hours.flexibleBy", { count }),
        }))}
      />
    </AskForm>
  );
}
