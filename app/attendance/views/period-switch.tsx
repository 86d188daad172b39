import type { ReactNode } from "react";
import { formatDate, formatMonth } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import type { CalendarPeriod } from "../rules/calendar-period.ts";
import styles from "./period-switch.module.css";

/** "novembre 2026", or "Semaine du 23 novembre 2026" */
export function periodText({ unit, from }: CalendarPeriod, t: Translate, language: Language): string {
  if (unit === "month") return formatMonth(from.slice(0, 7), language);
  return t("calendar:weekOf", { day: formatDate(from, language) });
}

/** The period before, the one after, today's, and the other unit. `view` stays as it is. */
export function PeriodSwitch({
  period: { unit, links },
  view,
}: {
  period: CalendarPeriod;
  view: "list" | "calendar";
}): ReactNode {
  const { t } = useWords();
  const kept = view === "calendar" ? "&vue=calendrier" : "";
  const month = unit === "month";
  return (
    <nav className={styles.periods} aria-label={t("calendar:period")}>
      <span>
        <span aria-hidden="true">←</span>{" "}
        <a href={links.previous + kept}>{t(month ? "calendar:previousMonth" : "calendar:previousWeek")}</a>
      </span>
      <a href={links.now + kept}>{t(month ? "calendar:thisMonth" : "calendar:thisWeek")}</a>
      <span>
        <a href={links.next + kept}>{t(month ? "calendar:nextMonth" : "calendar:nextWeek")}</a>{" "}
        <span aria-hidden="true">→</span>
      </span>
      <a href={(month ? links.week : links.month) + kept}>
        {t(month ? "calendar:byWeek" : "calendar:byMonth")}
      </a>
    </nav>
  );
}
