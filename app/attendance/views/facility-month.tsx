import type { ReactNode } from "react";
import { formatNumber, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CalendarOfDay, FacilityCalendarView } from "../acts/read-facility-calendar.server.ts";
import { partId } from "./facility-calendar-events.ts";
import styles from "./facility-calendar-page.module.css";
import { DayNotes } from "./facility-week.tsx";
import { periodText } from "./period-switch.tsx";

/** A month: how many are expected, day by day and section by section. */
export function MonthTable({
  calendar: { facility, period, days },
}: {
  calendar: FacilityCalendarView;
}): ReactNode {
  const { t, language } = useWords();
  const sections = [...new Map(days.flatMap((day) => day.sections.map(({ id, name }) => [id, name])))];
  const shown = days.filter(
    (day) => day.off || day.staff || day.sections.length + day.arrivals.length + day.asked > 0,
  );
  if (shown.length === 0) return <p>{t("attendance:facilityCalendar.nobody")}</p>;
  return (
    <div className={styles.month}>
      <DataTable
        caption={t("attendance:facilityCalendar.listOf", { period: periodText(period, t, language) })}
        rows={shown}
        rowKey={({ day }) => day}
        columns={[
          {
            key: "day",
            header: t("attendance:facilityCalendar.day"),
            cell: ({ day }) => (
              <a href={`/structure/${facility.id}/presences?jour=${day}`}>{formatShortDay(day, language)}</a>
            ),
          },
          ...sections.map(([id, name]) => ({
            key: id,
            header: name,
            number: true,
            cell: (day: CalendarOfDay) => {
              const count = day.sections.find((section) => section.id === id)?.expected ?? 0;
              return (
                <span id={count > 0 ? partId(`section-${id}`, day.day) : undefined}>
                  {formatNumber(count, language)}
                </span>
              );
            },
          })),
          {
            key: "notes",
            header: t("attendance:calendar.notes"),
            cell: (day) => <DayNotes day={day} />,
          },
        ]}
      />
    </div>
  );
}
