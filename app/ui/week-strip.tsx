// A week as a picture: seven days of twenty-four hours with the hours of care filled in.
import type { ReactNode } from "react";
import { weekdays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type DayPiece, dayPieces } from "./week-pieces.ts";
import styles from "./week-strip.module.css";
import { weekLines } from "./week-text.ts";

const gridHours = [3, 6, 9, 12, 15, 18, 21];

/** The twenty-four hours of one day. */
export function DayTrack({ pieces }: { pieces: Pick<DayPiece, "start" | "end">[] }): ReactNode {
  return (
    <svg className={styles.track} viewBox="0 0 1440 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.dark} x="0" y="0" width="420" height="10" />
      <rect className={styles.dark} x="1140" y="0" width="300" height="10" />
      {gridHours.map((hour) => (
        <line key={hour} className={styles.hour} x1={hour * 60} x2={hour * 60} y1="0" y2="10" />
      ))}
      {pieces.map(({ start, end }) => (
        <rect key={start} className={styles.care} x={start} y="0.5" width={end - start} height="9" />
      ))}
    </svg>
  );
}

export function HourAxis(): ReactNode {
  const { t } = useWords();
  return (
    <div className={styles.axis} aria-hidden="true">
      {[0, 6, 12, 18, 24].map((hour) => (
        <span key={hour}>{t("ui:week.hour", { hour })}</span>
      ))}
    </div>
  );
}

/**
 * @param compact a thumbnail without labels, for lists
 * The picture says its hours to screen readers; show `WeekHours` beside it for everybody else.
 */
export function WeekStrip({
  pattern,
  compact = false,
}: {
  pattern: WeeklyPattern;
  compact?: boolean;
}): ReactNode {
  const { t, language } = useWords();
  const pieces = dayPieces(pattern);
  const hours = weekLines(pattern, t, language).join(". ");
  const weeks = pattern.cycleWeeks === 2 ? ([0, 1] as const) : ([0] as const);
  return (
    <div
      className={compact ? styles.compact : styles.strip}
      role="img"
      aria-label={hours ? t("ui:week.picture", { hours }) : t("ui:week.pictureEmpty")}
    >
      {weeks.map((week) => (
        <div key={week} className={styles.week}>
          {!compact && weeks.length === 2 && (
            <p className={styles.name}>{t(week === 0 ? "ui:week.weekA" : "ui:week.weekB")}</p>
          )}
          {weekdays.map((weekday) => (
            <div key={weekday} className={styles.row}>
              {!compact && <span className={styles.label}>{formatWeekday(weekday, language, "short")}</span>}
              <DayTrack pieces={pieces.filter((each) => each.week === week && each.weekday === weekday)} />
            </div>
          ))}
          {!compact && <HourAxis />}
        </div>
      ))}
    </div>
  );
}

/** The same week in words. */
export function WeekHours({ pattern }: { pattern: WeeklyPattern }): ReactNode {
  const { t, language } = useWords();
  return (
    <ul className={styles.lines}>
      {weekLines(pattern, t, language).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
