import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Icon } from "#app/ui/icon.tsx";
import styles from "./week-steps.module.css";
import type { WeekNames } from "./week-names.ts";

/** The weeks in their order, one of them open: its name, how long it is, and whether something is wrong in it. */
export function WeekSteps({
  weeks,
  open,
  names,
  minutesOf,
  wrongWeeks,
  onOpen,
}: {
  weeks: number[];
  open: number;
  names: WeekNames;
  minutesOf: (week: number) => number;
  wrongWeeks: number[];
  onOpen: (week: number) => void;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <ul className={styles.steps} aria-label={t("families:ask.hours.weekSteps")}>
      {weeks.map((week) => {
        const minutes = minutesOf(week);
        return (
          <li key={week}>
            <button
              type="button"
              className={week === open ? `${styles.step} ${styles.open}` : styles.step}
              aria-pressed={week === open}
              onClick={() => onOpen(week)}
            >
              <span>{names(week).name}</span>
              <small>
                {wrongWeeks.includes(week) && (
                  <>
                    <Icon name="refusal" /> {t("families:ask.hours.weekWrong")}{" "}
                  </>
                )}
                {minutes === 0 ? t("families:ask.hours.weekEmpty") : formatLength(minutes, language)}
              </small>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
