// The weeks where the page lives in the browser: one is open, to draw or to type; the others are sent as they are.
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import {
  type TypedHours,
  countedWeeks,
  slotName,
  stayAt,
  staysADay,
  typeStay,
} from "../../rules/ask-form-hours.ts";
import { drawingOf, takeDrawing } from "../../rules/ask-form-weeks.ts";
import { DayFields } from "./day-fields.tsx";
import styles from "./hours-page.module.css";
import type { WeeksProps } from "./typed-weeks.tsx";
import { WeekDrawing } from "./week-drawing.tsx";
import { WeekSteps } from "./week-steps.tsx";
import { type SetHours, WeekTools } from "./week-tools.tsx";

/** A week that is not open, sent with the form all the same. */
function HiddenWeek({ hours, week }: { hours: TypedHours; week: number }): ReactNode {
  const stays = Array.from({ length: 7 * staysADay }, (_, index) => ({
    day: week * 7 + Math.floor(index / staysADay),
    stay: index % staysADay,
  }));
  return (
    <>
      <input type="hidden" name="shown" value={week} />
      {stays.map(({ day, stay }) => {
        const { start, end, nextDay } = stayAt(hours, day, stay);
        return [
          start && (
            <input key={`${day}.${stay}s`} type="hidden" name={slotName(day, stay, "start")} value={start} />
          ),
          end && (
            <input key={`${day}.${stay}e`} type="hidden" name={slotName(day, stay, "end")} value={end} />
          ),
          nextDay && (
            <input key={`${day}.${stay}n`} type="hidden" name={slotName(day, stay, "nextDay")} value="on" />
          ),
        ];
      })}
    </>
  );
}

export function WeekEditor({
  hours,
  setHours,
  problem,
  wrongWeeks,
  names,
  open,
  onOpen,
}: WeeksProps & {
  setHours: SetHours;
  open: number;
  onOpen: (week: number) => void;
}): ReactNode {
  const { t } = useWords();
  const weeks = countedWeeks(hours);
  const { line, places } = drawingOf(hours);
  const place = places.get(open);
  if (place === undefined) return null;
  const minutesOf = (week: number): number =>
    line.slots
      .filter((each) => each.week === places.get(week))
      .reduce((sum, { start, end }) => sum + end - start, 0);
  const { name, falls } = names(open);
  const several = hours.weeks !== 1;
  return (
    <>
      {several && <WeekSteps {...{ weeks, open, names, minutesOf, wrongWeeks }} onOpen={onOpen} />}
      {several && (
        <h2 className={styles.weekName}>
          {name} <small>{falls}</small>
        </h2>
      )}
      <WeekDrawing
        line={line}
        week={place}
        label={
          several ? t("families:ask.hours.drawLabelOf", { week: name }) : t("families:ask.hours.drawLabel")
        }
        onDraw={(drawn) => {
          const taken = takeDrawing(hours, drawn);
          if (taken) setHours((present) => ({ ...present, days: taken.days }));
          return taken !== null;
        }}
      />
      <WeekTools hours={hours} week={open} names={names} setHours={setHours} />
      <details className={styles.typed} open={wrongWeeks.includes(open)}>
        <summary>{t("families:ask.hours.typed")}</summary>
        <p>{t("families:ask.hours.typedHint")}</p>
        <DayFields
          week={open}
          name={name}
          hours={hours}
          problem={problem}
          onChange={(day, stay, part) => setHours((present) => typeStay(present, day, stay, part))}
          setHours={setHours}
        />
      </details>
      {weeks
        .filter((week) => week !== open)
        .map((week) => (
          <HiddenWeek key={week} hours={hours} week={week} />
        ))}
    </>
  );
}
