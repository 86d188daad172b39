import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { type TypedHours, countedWeeks, mondayOfWeek } from "../../rules/ask-form-hours.ts";
import { drawingOf } from "../../rules/ask-form-weeks.ts";
import { DayFields } from "./day-fields.tsx";
import styles from "./hours-page.module.css";
import type { WeekNames } from "./week-names.ts";

export type WeeksProps = {
  hours: TypedHours;
  problem: (name: string) => string | null;
  /** Weeks of which a field is wrong. */
  wrongWeeks: number[];
  names: WeekNames;
};

const unchanged = () => undefined;

function WeekButtons({
  hours,
  week,
  names,
}: Pick<WeeksProps, "hours" | "names"> & { week: number }): ReactNode {
  const { t } = useWords();
  const weeks = countedWeeks(hours);
  const monday = mondayOfWeek(hours, week);
  return (
    <div className={styles.tools}>
      {week === weeks[0] && weeks.length > 1 && (
        <Button small name="intent" value="copyWeek">
          {t("families:ask.hours.copyWeek", { week: names(week).name })}
        </Button>
      )}
      {week !== weeks[0] && (
        <Button small name="intent" value={`copyPrevious:${week}`}>
          {t("families:ask.hours.copyPrevious")}
        </Button>
      )}
      {monday && (
        <Button small kind="quiet" name="intent" value={`removeWeek:${monday}`}>
          {t("families:ask.hours.removeWeek")}
        </Button>
      )}
    </div>
  );
}

/** Every week, to type without JavaScript: one is open at a time where browsers know how, and all are sent. */
export function TypedWeeks({ hours, problem, wrongWeeks, names }: WeeksProps): ReactNode {
  const { t, language } = useWords();
  const weeks = countedWeeks(hours);
  const { line, places } = drawingOf(hours);
  const minutesOf = (week: number): number =>
    line.slots
      .filter((each) => each.week === places.get(week))
      .reduce((sum, { start, end }) => sum + end - start, 0);
  const fields = (week: number): ReactNode => (
    <DayFields
      week={week}
      name={names(week).name}
      hours={hours}
      problem={problem}
      onChange={unchanged}
      onCopyMonday={null}
    />
  );
  const opened = wrongWeeks[0] ?? weeks.find((week) => minutesOf(week) === 0) ?? weeks[0];
  return (
    <>
      {weeks.length > 0 && <p>{t("families:ask.hours.typedHint")}</p>}
      {hours.weeks === 1
        ? fields(0)
        : weeks.map((week) => (
            <details key={week} className={styles.typed} name="weeks" open={week === opened}>
              <summary>
                {names(week).name} <small>{names(week).falls}</small>{" "}
                <small className={styles.weekLength}>
                  {minutesOf(week) === 0
                    ? t("families:ask.hours.weekEmpty")
                    : formatLength(minutesOf(week), language)}
                </small>
              </summary>
              {fields(week)}
              <WeekButtons hours={hours} week={week} names={names} />
            </details>
          ))}
      {weeks.length > 0 && (
        <div className={styles.tools}>
          <Button small name="intent" value="refresh">
            {t("families:ask.hours.refresh")}
          </Button>
          <Button small name="intent" value="clear">
            {t("families:ask.hours.clear")}
          </Button>
        </div>
      )}
    </>
  );
}
