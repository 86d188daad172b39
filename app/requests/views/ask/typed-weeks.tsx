import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { type TypedHours, countedWeeks } from "../../rules/ask-form-hours.ts";
import { drawingOf } from "../../rules/ask-form-weeks.ts";
import { DayFields } from "./day-fields.tsx";
import styles from "./hours-page.module.css";
import type { WeekNames } from "./week-names.ts";
import { WeekTools } from "./week-tools.tsx";

export type WeeksProps = {
  hours: TypedHours;
  problem: (name: string) => string | null;
  /** Weeks of which a field is wrong. */
  wrongWeeks: number[];
  names: WeekNames;
};

const unchanged = () => undefined;

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
      setHours={null}
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
              <WeekTools hours={hours} week={week} names={names} setHours={null} />
            </details>
          ))}
      {weeks.length > 0 && (
        <div className={styles.tools}>
          <Button small name="intent" value="refresh">
            {t("families:ask.hours.refresh")}
          </Button>
        </div>
      )}
    </>
  );
}
