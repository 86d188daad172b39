import type { ReactNode } from "react";
import { asDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, zone } from "#app/calendar/rules/instant.ts";
import { formatDate, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { CalendarOrList } from "#app/ui/calendar.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { FamilyCalendarView, FamilyMark, FamilyStay } from "../acts/read-family-calendar.server.ts";
import { ClosureList } from "./closure-list.tsx";
import { FamilyHours } from "./family-hours.tsx";
import { closureId, familyCalendarEvents, stayId } from "./family-calendar-events.ts";
import styles from "./family-calendar-page.module.css";
import { FamilyMarkLine, FamilyStayLine } from "./family-stay.tsx";
import { type FeedReply, FeedSection } from "./feed-section.tsx";
import { PeriodSwitch, periodText } from "./period-switch.tsx";

/** Days with what is known of them, in order. */
function Days({ stays, marks }: { stays: FamilyStay[]; marks: FamilyMark[] }): ReactNode {
  const { language } = useWords();
  const days = [...new Set([...marks, ...stays].map(({ day }) => day))].sort();
  return days.map((day) => (
    <section key={day} className={styles.day} aria-labelledby={`jour-${day}`}>
      <h3 id={`jour-${day}`}>{formatDay(day, language)}</h3>
      <ul>
        {marks
          .filter((mark) => mark.day === day)
          .map((mark) => (
            <FamilyMarkLine key={mark.id} mark={mark} />
          ))}
        {stays
          .filter((stay) => stay.day === day)
          .map((stay) => (
            <FamilyStayLine key={stayId(stay)} stay={stay} />
          ))}
      </ul>
    </section>
  ));
}

/** All the children, all the facilities; an absence can be announced from the list. */
export function FamilyCalendarPage({
  calendar,
  view,
  asked,
  refused,
  feed,
}: {
  calendar: FamilyCalendarView;
  view: "list" | "calendar";
  /** Whether the address names the period. */
  asked: boolean;
  /** Why an absence was not recorded; after the facility's limit, with what to do. */
  refused: { error: string; limit?: Date; facility?: string; phone?: string | null } | undefined;
  /** What the last button of a private address came to. */
  feed: FeedReply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { period, list, today } = calendar;
  const inList = ({ day }: { day: string }): boolean => list.from <= day && day <= list.to;
  const [stays, marks] = [calendar.stays.filter(inList), calendar.marks.filter(inList)];
  const isPast = ({ plannedEnd }: FamilyStay): boolean => dayOf(plannedEnd) < today;
  const past = { stays: stays.filter(isPast), marks: marks.filter(({ day }) => day < today) };
  const ahead = {
    stays: stays.filter((stay) => !isPast(stay)),
    marks: marks.filter(({ day }) => day >= today),
  };
  const none = stays.length + marks.length === 0;
  const closures = calendar.closures.filter(({ from, to }) => from <= list.to && to >= list.from);
  const here = period.unit === "month" ? period.links.month : period.links.week;
  const title = periodText(period, t, language);
  return (
    <Page wide title={t("attendance:family.title")} lead={t("attendance:family.lead")}>
      {refused && (
        <Notice meaning="attention" title={t("attendance:error.titleNobody")} live>
          <p>
            {t(refused.error, {
              limit: refused.limit ? formatInstant(refused.limit, language) : "",
              facility: refused.facility ?? "",
              phone: refused.phone ?? "",
            })}
          </p>
        </Notice>
      )}
      {calendar.booksHours && (
        <div className="no-print">
          <ButtonRow>
            <ButtonLink href="/famille/occasionnel">{t("attendance:family.bookHours")}</ButtonLink>
          </ButtonRow>
        </div>
      )}
      <PeriodSwitch period={period} view={view} />
      <CalendarOrList
        shown={view}
        switchTo={
          view === "list"
            ? { href: `${here}&vue=calendrier`, label: t("calendar:asCalendar") }
            : { href: here, label: t("calendar:asList") }
        }
        print={t("attendance:calendar.print")}
        calendar={{
          label: title,
          events: familyCalendarEvents(calendar, here, t, language),
          unit: period.unit,
          at: instantAt(period.from, 720),
          now: calendar.now,
          zone,
          hours: true,
          allDay: t("calendar:allDay"),
          dayHref: (day) => `${here}#jour-${asDay(day)}`,
        }}
      >
        <h2>
          {asked
            ? title
            : t("attendance:family.listFrom", {
                from: formatDate(list.from, language),
                to: formatDate(list.to, language),
              })}
        </h2>
        {past.stays.length + past.marks.length > 0 && (
          <details className={styles.past} open={ahead.stays.length === 0}>
            <summary>{t("attendance:family.past")}</summary>
            <Days {...past} />
          </details>
        )}
        <Days {...ahead} />
        {none && (
          <>
            <p>{t(asked ? "attendance:family.none" : "attendance:family.nothingYet")}</p>
            <ButtonLink href="/famille">{t("attendance:family.follow")}</ButtonLink>
          </>
        )}
        {closures.length > 0 && (
          <>
            <h2>{t("attendance:family.closures")}</h2>
            <ClosureList closures={closures} idOf={closureId} />
          </>
        )}
      </CalendarOrList>
      <FamilyHours hours={calendar.hours} period={title} />
      <FeedSection feeds={calendar.feeds} reply={feed} />
    </Page>
  );
}
