import type { ReactNode } from "react";
import type { CalendarDay } from "#app/calendar/rules/day.ts";
import { type TimeBands, hoursByBand } from "#app/calendar/rules/time-bands.ts";
import { type WeeklyPattern, typicalWeeks } from "#app/calendar/rules/weekly-pattern.ts";
import { formatDay, formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { type ClockChange, clockChangeNights } from "../../rules/clock-change-nights.ts";
import styles from "./hours-page.module.css";

/** The nights whose length is not what the clocks say. */
function ClockChanges({
  pattern,
  from,
  changes,
}: {
  pattern: WeeklyPattern;
  from: CalendarDay;
  changes: ClockChange[];
}): ReactNode {
  const { t, language } = useWords();
  return clockChangeNights(pattern, from, changes).map(({ day, minutes, nominal }) => (
    <p key={day} className={styles.atypical}>
      <Icon name="information" />
      <span>
        {t(`families:ask.hours.clock.${minutes < nominal ? "forward" : "back"}`, {
          date: formatDay(day, language),
          minutes: formatLength(minutes, language),
          nominal: formatLength(nominal, language),
        })}
      </span>
    </p>
  ));
}

/** What the weeks add up to, an average week where they differ. */
export function HoursTotal({
  pattern,
  bands,
  from,
  clockChanges,
}: {
  pattern: WeeklyPattern;
  bands: TimeBands;
  /** The day the place is asked from. */
  from: CalendarDay;
  clockChanges: ClockChange[];
}): ReactNode {
  const { t, language } = useWords();
  const { total, atypical, night } = hoursByBand(pattern, bands);
  const values = {
    total: formatLength(total, language),
    atypical: formatLength(atypical, language),
    night: formatLength(night, language),
  };
  if (total === 0) return <p className={styles.total}>{t("families:ask.hours.totalNone")}</p>;
  const average = typicalWeeks(pattern).length > 1;
  return (
    <div aria-live="polite">
      <p className={styles.total}>
        {t(average ? "families:ask.hours.totalAverage" : "families:ask.hours.total", values)}
      </p>
      {atypical > 0 && (
        <p className={styles.atypical}>
          <Icon name="moon" />
          <span>
            {t("families:ask.hours.atypical", values)} {night > 0 && t("families:ask.hours.night", values)}
          </span>
        </p>
      )}
      <ClockChanges pattern={pattern} from={from} changes={clockChanges} />
    </div>
  );
}
