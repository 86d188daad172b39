// The weeks where the page lives in the browser: one is open, to draw or to type; the others are sent as they are.
import { type ReactNode, useEffect, useState } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import {
  type TypedHours,
  countedWeeks,
  mondayOfWeek,
  slotName,
  stayAt,
  staysADay,
  typeStay,
  weekOf,
} from "../../rules/ask-form-hours.ts";
import {
  clearDays,
  copyFirstWeek,
  copyMonday,
  copyPreviousWeek,
  drawingOf,
  openingWeek,
  removeWeek,
  takeDrawing,
} from "../../rules/ask-form-weeks.ts";
import { DayFields } from "./day-fields.tsx";
import styles from "./hours-page.module.css";
import type { WeeksProps } from "./typed-weeks.tsx";
import { WeekDrawing } from "./week-drawing.tsx";
import { WeekSteps } from "./week-steps.tsx";

type SetHours = (change: (hours: TypedHours) => TypedHours) => void;

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

/** The week open; a link to a field that is wrong opens the week it is in. */
function useOpenWeek(
  hours: TypedHours,
  wrongWeeks: number[],
  from: CalendarDay,
): [number, (week: number) => void] {
  const [chosen, setOpen] = useState<number | null>(wrongWeeks[0] ?? null);
  useEffect(() => {
    function follow(): void {
      const day = /^#f-days-(\d+)-/.exec(location.hash)?.[1];
      if (day) setOpen(weekOf(Number(day)));
    }
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const counted = countedWeeks(hours);
  const open = chosen !== null && counted.includes(chosen) ? chosen : openingWeek(hours, from);
  return [open, setOpen];
}

export function WeekEditor({
  hours,
  setHours,
  problem,
  wrongWeeks,
  names,
  from,
  openRef,
}: WeeksProps & {
  setHours: SetHours;
  /** The day the weeks are counted from. */
  from: CalendarDay;
  /** Tells the page which week is open: an example fills that one. */
  openRef: { current: number };
}): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useOpenWeek(hours, wrongWeeks, from);
  useEffect(() => {
    openRef.current = open;
  });
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
  const monday = mondayOfWeek(hours, open);
  const tool = (label: string, change: (hours: TypedHours) => TypedHours): ReactNode => (
    <Button small type="button" onClick={() => setHours(change)}>
      {label}
    </Button>
  );
  return (
    <>
      {several && <WeekSteps {...{ weeks, open, names, minutesOf, wrongWeeks }} onOpen={setOpen} />}
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
      <div className={styles.tools}>
        {tool(t("families:ask.hours.copyMonday"), (present) => copyMonday(present, open))}
        {weeks.length > 1 &&
          open === weeks[0] &&
          tool(t("families:ask.hours.copyWeek", { week: name }), copyFirstWeek)}
        {open !== weeks[0] &&
          tool(t("families:ask.hours.copyPrevious"), (present) => copyPreviousWeek(present, open))}
        {monday && tool(t("families:ask.hours.removeWeek"), (present) => removeWeek(present, monday))}
        {tool(t("families:ask.hours.clear"), clearDays)}
      </div>
      <details className={styles.typed} open={wrongWeeks.includes(open)}>
        <summary>{t("families:ask.hours.typed")}</summary>
        <p>{t("families:ask.hours.typedHint")}</p>
        <DayFields
          week={open}
          name={name}
          hours={hours}
          problem={problem}
          onChange={(day, stay, part) => setHours((present) => typeStay(present, day, stay, part))}
          onCopyMonday={(week) => setHours((present) => copyMonday(present, week))}
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
