import type { ReactNode } from "react";
import { type CalendarDay, addDays, daysBetween } from "#app/calendar/rules/day.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import styles from "./day-switch.module.css";

const near: Record<number, string> = {
  [-1]: "calendar:yesterday",
  0: "calendar:today",
  1: "calendar:tomorrow",
};

/** The day before, the day after, today, and any other. */
export function DaySwitch({
  address,
  day,
  today,
}: {
  address: string;
  day: CalendarDay;
  today: CalendarDay;
}): ReactNode {
  const { t, language } = useWords();
  const link = (to: CalendarDay): ReactNode => {
    const key = near[daysBetween(today, to)];
    return <a href={`${address}?jour=${to}`}>{key ? t(key) : formatShortDay(to, language)}</a>;
  };
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  const around = [before, after].includes(today) || day === today;
  return (
    <nav className={styles.days} aria-label={t("attendance:list.days")}>
      <span>
        <span aria-hidden="true">←</span> {link(before)}
      </span>
      <span>
        {link(after)} <span aria-hidden="true">→</span>
      </span>
      {!around && <span>{link(today)}</span>}
      <form method="get" action={address} className={styles.choose}>
        <label htmlFor="jour">{t("calendar:chooseDay")}</label>
        <input id="jour" type="date" name="jour" defaultValue={day} />
        <Button small>{t("calendar:show")}</Button>
      </form>
    </nav>
  );
}
