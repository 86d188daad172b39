import type { ReactNode } from "react";
import { formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FieldNotes, fieldId } from "#app/ui/field.tsx";
import {
  type TypedHours,
  type TypedSlot,
  slotName,
  stayAt,
  weekdayOfIndex,
} from "../../rules/ask-form-hours.ts";
import { copyMonday } from "../../rules/ask-form-weeks.ts";
import styles from "./day-fields.module.css";
import { type SetHours, pressing } from "./week-tools.tsx";

type Change = (day: number, stay: number, part: Partial<TypedSlot>) => void;
type FieldsProps = {
  hours: TypedHours;
  problem: (name: string) => string | null;
  onChange: Change;
};

function TimeInput({
  day,
  stay,
  part,
  hours,
  problem,
  onChange,
}: FieldsProps & { day: number; stay: number; part: "start" | "end" }): ReactNode {
  const { t, language } = useWords();
  const name = slotName(day, stay, part);
  const wrong = problem(name) !== null;
  return (
    <label htmlFor={fieldId(name)}>
      <span>
        {t(`families:ask.hours.${part}`)}
        <span className="visually-hidden">
          {" "}
          {t(stay === 0 ? "families:ask.hours.ofDay" : "families:ask.hours.ofDaySecond", {
            day: formatWeekday(weekdayOfIndex(day), language),
          })}
        </span>
      </span>
      <input
        type="time"
        id={fieldId(name)}
        name={name}
        value={stayAt(hours, day, stay)[part]}
        onChange={(event) => onChange(day, stay, { [part]: event.currentTarget.value })}
        className={wrong ? `${styles.time} ${styles.wrong}` : styles.time}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${fieldId(name)}-error` : undefined}
      />
    </label>
  );
}

function Stay({ day, stay, ...props }: FieldsProps & { day: number; stay: number }): ReactNode {
  const { t } = useWords();
  const name = slotName(day, stay, "nextDay");
  return (
    <>
      {(["start", "end"] as const).map((part) => {
        const slot = slotName(day, stay, part);
        return <FieldNotes key={part} id={fieldId(slot)} error={props.problem(slot)} />;
      })}
      <div className={styles.stay}>
        <TimeInput day={day} stay={stay} part="start" {...props} />
        <TimeInput day={day} stay={stay} part="end" {...props} />
        <label className={styles.nextDay}>
          <input
            type="checkbox"
            name={name}
            checked={stayAt(props.hours, day, stay).nextDay}
            onChange={(event) => props.onChange(day, stay, { nextDay: event.currentTarget.checked })}
          />
          {t("families:ask.hours.nextDay")}
        </label>
      </div>
    </>
  );
}

/** The same week as the picture, typed: for exact minutes, and for browsers without JavaScript. */
export function DayFields({
  week,
  name,
  setHours,
  ...props
}: FieldsProps & {
  week: number;
  /** What the week is called, for screen readers: eyes have it above. */
  name: string;
  /** Changes the hours in the page; without it, the button posts the form. */
  setHours: SetHours | null;
}): ReactNode {
  const { t, language } = useWords();
  const { hours, problem } = props;
  return (
    <fieldset className={styles.week}>
      <legend className="visually-hidden">{name}</legend>
      <input type="hidden" name="shown" value={week} />
      {Array.from({ length: 7 }, (_, weekday) => {
        const day = week * 7 + weekday;
        const second = stayAt(hours, day, 1);
        const open =
          second.start + second.end !== "" ||
          (["start", "end"] as const).some((part) => problem(slotName(day, 1, part)) !== null);
        return (
          <fieldset key={day} className={styles.day}>
            <legend className={styles.dayName}>{formatWeekday(weekday + 1, language)}</legend>
            <div className={styles.stays}>
              <Stay day={day} stay={0} {...props} />
              <details className={styles.second} open={open}>
                <summary>{t("families:ask.hours.second")}</summary>
                <Stay day={day} stay={1} {...props} />
              </details>
              {weekday === 0 && (
                <Button
                  small
                  name="intent"
                  value={`copy:${week}`}
                  onClick={pressing(setHours, (present) => copyMonday(present, week))}
                >
                  {t("families:ask.hours.copyMonday")}
                </Button>
              )}
            </div>
          </fieldset>
        );
      })}
    </fieldset>
  );
}
