import type { ReactNode } from "react";
import { instantAt, zone } from "#app/calendar/rules/instant.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { formatDay, formatNumber, formatShortDay, formatTime } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CalendarOrList } from "#app/ui/calendar.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { FacilityCalendarView } from "../acts/read-facility-calendar.server.ts";
import { dayOffText } from "#app/ui/day-off-text.ts";
import { facilityCalendarEvents } from "./facility-calendar-events.ts";
import styles from "./facility-calendar-page.module.css";
import { PeriodSwitch, periodText } from "./period-switch.tsx";

type Day = FacilityCalendarView["days"][number];
type ListProps = { calendar: FacilityCalendarView; days: Day[] };

const expectedOn = ({ sections }: Day): number => sections.reduce((sum, { expected }) => sum + expected, 0);

/** A week: the names, day by day and section by section. */
function WeekList({ calendar: { facility, today }, days }: ListProps): ReactNode {
  const { t, language } = useWords();
  return (
    <>
      {days.map((each) => (
        <details key={each.day} className={styles.day} open={each.day === today}>
          <summary>
            <h2>{formatDay(each.day, language)}</h2>
            <span>
              {each.off
                ? dayOffText(each.off, t)
                : t("attendance:facilityCalendar.expected", { count: expectedOn(each) })}
            </span>
          </summary>
          <p>
            <a href={`/structure/${facility.id}/presences?jour=${each.day}`}>
              {t("attendance:facilityCalendar.openDay")}
            </a>
          </p>
          {each.sections.map(({ id, name, expected, absent, stays }) => (
            <section key={id}>
              <h3>
                {name}{" "}
                <small>
                  {t("attendance:facilityCalendar.expected", { count: expected })}
                  {absent > 0 && `, ${t("attendance:facilityCalendar.absent", { count: absent })}`}
                </small>
              </h3>
              <ul className={styles.stays}>
                {stays.map(({ key, childName, plannedStart, plannedEnd, standing }) => (
                  <li key={key}>
                    {childName}{" "}
                    <span>
                      {t("calendar:hours", {
                        start: formatTime(plannedStart, language),
                        end: formatTime(plannedEnd, language),
                      })}
                      {standing === "absent" && ` · ${t("attendance:standing.absent")}`}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      ))}
    </>
  );
}

/** A month: how many are expected, day by day and section by section. */
function MonthTable({ calendar: { facility, period }, days }: ListProps): ReactNode {
  const { t, language } = useWords();
  const sections = [...new Map(days.flatMap((day) => day.sections.map(({ id, name }) => [id, name])))];
  const shown = days.filter((day) => day.off || day.sections.length > 0);
  if (shown.length === 0) return <p>{t("attendance:facilityCalendar.nobody")}</p>;
  return (
    <DataTable
      caption={t("attendance:facilityCalendar.listOf", { period: periodText(period, t, language) })}
      rows={shown}
      rowKey={({ day }) => day}
      columns={[
        {
          key: "day",
          header: t("attendance:facilityCalendar.day"),
          cell: ({ day, off }) => (
            <>
              <a href={`/structure/${facility.id}/presences?jour=${day}`}>{formatShortDay(day, language)}</a>
              {off && <small className={styles.off}>{dayOffText(off, t)}</small>}
            </>
          ),
        },
        ...sections.map(([id, name]) => ({
          key: id,
          header: name,
          number: true,
          cell: (day: Day) =>
            formatNumber(day.sections.find((section) => section.id === id)?.expected ?? 0, language),
        })),
      ]}
    />
  );
}

export function FacilityCalendarPage({
  calendar,
  view,
}: {
  calendar: FacilityCalendarView;
  view: "list" | "calendar";
}): ReactNode {
  const { t, language } = useWords();
  const { facility, period } = calendar;
  const days = calendar.days.filter(({ day }) => period.from <= day && day <= period.to);
  const here = period.unit === "month" ? period.links.month : period.links.week;
  const title = periodText(period, t, language);
  return (
    <Page
      wide
      title={t("attendance:facilityCalendar.title")}
      lead={title}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      <PeriodSwitch period={period} view={view} />
      <CalendarOrList
        shown={view}
        switchTo={
          view === "list"
            ? { href: `${here}&vue=calendrier`, label: t("calendar:asCalendar") }
            : { href: here, label: t("calendar:asList") }
        }
        calendar={{
          label: title,
          events: facilityCalendarEvents(calendar, t, language, (day) => instantAt(asDay(day), 0)),
          unit: period.unit,
          at: instantAt(period.from, 720),
          now: calendar.now,
          zone,
          hours: false,
          allDay: t("calendar:allDay"),
          more: (count) => t("calendar:more", { count }),
          dayHref: (day) => `/structure/${facility.id}/presences?jour=${day}`,
        }}
      >
        {period.unit === "week" ? (
          <WeekList calendar={calendar} days={days} />
        ) : (
          <MonthTable calendar={calendar} days={days} />
        )}
      </CalendarOrList>
    </Page>
  );
}
