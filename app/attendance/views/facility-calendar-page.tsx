import type { ReactNode } from "react";
import { instantAt, zone } from "#app/calendar/rules/instant.ts";
import { asDay } from "#app/calendar/rules/day.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CalendarOrList } from "#app/ui/calendar.tsx";
import { Page } from "#app/ui/page.tsx";
import type { FacilityCalendarView } from "../acts/read-facility-calendar.server.ts";
import { facilityCalendarEvents } from "./facility-calendar-events.ts";
import styles from "./facility-calendar-page.module.css";
import { MonthTable } from "./facility-month.tsx";
import { WallWeek, WeekList } from "./facility-week.tsx";
import { type FeedReply, FeedSection } from "./feed-section.tsx";
import { PeriodSwitch, periodText } from "./period-switch.tsx";

export function FacilityCalendarPage({
  calendar,
  view,
  feed,
}: {
  calendar: FacilityCalendarView;
  view: "list" | "calendar";
  /** What the last button of a private address came to. */
  feed: FeedReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { facility, period } = calendar;
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
      <div className={period.unit === "week" ? styles.onScreen : undefined}>
        <CalendarOrList
          print={t("attendance:calendar.print")}
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
            dayHref: (day) => `/structure/${facility.id}/presences?jour=${day}`,
          }}
        >
          {period.unit === "week" ? <WeekList calendar={calendar} /> : <MonthTable calendar={calendar} />}
        </CalendarOrList>
      </div>
      {period.unit === "week" && <WallWeek calendar={calendar} />}
      <FeedSection facility feeds={calendar.feeds} reply={feed} />
    </Page>
  );
}
