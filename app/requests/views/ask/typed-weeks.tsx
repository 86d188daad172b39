import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import type { AskHoursPage } from "../../acts/read-ask-hours.server.ts";
import {
  type TypedHours,
  copyMonday,
  slotName,
  staysADay,
  typeStay,
  daysOfCycle,
} from "../../rules/ask-form-hours.ts";
import { DayFields } from "./day-fields.tsx";
import styles from "./hours-page.module.css";

/** The fields behind the picture: open without JavaScript, and whenever one of them is wrong. */
export function TypedWeeks({
  page,
  hours,
  setHours,
  problem,
  live,
}: {
  page: AskHoursPage;
  hours: TypedHours;
  setHours: (change: (hours: TypedHours) => TypedHours) => void;
  problem: (name: string) => string | null;
  live: boolean;
}): ReactNode {
  const { t } = useWords();
  const wrong = Array.from({ length: daysOfCycle * staysADay }, (_, index) => {
    const [day, stay] = [Math.floor(index / staysADay), index % staysADay];
    return problem(slotName(day, stay, "start")) ?? problem(slotName(day, stay, "end"));
  }).some((each) => each !== null);
  const fields = (week: 0 | 1): ReactNode => (
    <DayFields
      week={week}
      monday={hours.alternate || week === 1 ? page.mondays[week] : null}
      hours={hours}
      problem={problem}
      onChange={(day, stay, part) => setHours((present) => typeStay(present, day, stay, part))}
      onCopyMonday={live ? (copied) => setHours((present) => copyMonday(present, copied)) : null}
    />
  );
  return (
    <details className={styles.typed} open={!live || wrong}>
      <summary>{t("families:ask.hours.typed")}</summary>
      <p>{t("families:ask.hours.typedHint")}</p>
      {fields(0)}
      {(!live || hours.alternate) && (
        <div className={styles.weekB}>
          {!live && (
            <p>
              <Button small name="intent" value="copyWeek">
                {t("families:ask.hours.copyWeek")}
              </Button>
            </p>
          )}
          {fields(1)}
        </div>
      )}
      {!live && (
        <div className={styles.tools}>
          <Button small name="intent" value="refresh">
            {t("families:ask.hours.refresh")}
          </Button>
          <Button small name="intent" value="clear">
            {t("families:ask.hours.clear")}
          </Button>
        </div>
      )}
    </details>
  );
}
