// A week as a picture: seven days of twenty-four hours with the hours of care filled in.
import type { ReactNode } from "react";
import { weekdays } from "#app/calendar/rules/day.ts";
import type { WeeklyPattern } from "#app/calendar/rules/weekly-pattern.ts";
import { formatWeekday } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { type DayPiece, type DrawnWeek, drawnWeeks } from "./week-pieces.ts";
import styles from "./week-strip.module.css";
import { weekLines, weekName } from "./week-text.ts";

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

/** Above, a week is a single line of seven days: nobody scrolls through a year of them. */
const mostWholeWeeks = 4;
/** A thumbnail of a longer rota shows its beginning. */
const mostInThumbnail = 12;

/** Seven days of seven rows. */
function WholeWeek({ week, compact }: { week: DrawnWeek; compact: boolean }): ReactNode {
  const { language } = useWords();
  return (
    <>
      {weekdays.map((weekday) => (
        <div key={weekday} className={styles.row}>
          {!compact && <span className={styles.label}>{formatWeekday(weekday, language, "short")}</span>}
          <DayTrack pieces={week.pieces.filter((each) => each.weekday === weekday)} />
        </div>
      ))}
      {!compact && <HourAxis />}
    </>
  );
}

/** Seven days in a row. */
function WeekTrack({ week: { pieces } }: { week: DrawnWeek }): ReactNode {
  return (
    <svg className={styles.track} viewBox="0 0 10080 10" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ weekday, start, end }) => {
        const from = (weekday - 1) * 1440 + start;
        return <rect key={from} className={styles.care} x={from} y="0.5" width={end - start} height="9" />;
      })}
      {weekdays.slice(1).map((weekday) => {
        const x = (weekday - 1) * 1440;
        return <line key={x} className={styles.hour} x1={x} x2={x} y1="0" y2="10" />;
      })}
    </svg>
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
  const hours = weekLines(pattern, t, language).join(". ");
  const weeks = drawnWeeks(pattern);
  const inLines = weeks.length > mostWholeWeeks;
  const size = compact ? (inLines ? styles.thumbnail : styles.compact) : styles.strip;
  return (
    <div
      className={size}
      role="img"
      aria-label={hours ? t("ui:week.picture", { hours }) : t("ui:week.pictureEmpty")}
    >
      {(compact ? weeks.slice(0, mostInThumbnail) : weeks).map((week) => {
        const name = weekName(week, pattern.cycleWeeks, t, language);
        const key = week.monday ?? week.week;
        if (inLines)
          return (
            <div key={key} className={styles.line}>
              {!compact && <span className={styles.label}>{name}</span>}
              <WeekTrack week={week} />
            </div>
          );
        return (
          <div key={key} className={styles.week}>
            {!compact && (weeks.length > 1 || week.monday !== null) && <p className={styles.name}>{name}</p>}
            <WholeWeek week={week} compact={compact} />
          </div>
        );
      })}
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
