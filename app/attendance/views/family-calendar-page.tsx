import type { ReactNode } from "react";
import { addDays, asDay } from "#app/calendar/rules/day.ts";
import { dayOf, instantAt, zone } from "#app/calendar/rules/instant.ts";
import { formatDate, formatDay, formatTime } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { type CalendarEvent, CalendarOrList, type CalendarTone } from "#app/ui/calendar.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { FamilyCalendarView, FamilyStay } from "../acts/read-family-calendar.server.ts";
import { ClosureList } from "./closure-list.tsx";
import { dayOffText } from "#app/ui/day-off-text.ts";
import styles from "./family-calendar-page.module.css";
import { FamilyStayLine, stayHours, stayId, stayStanding } from "./family-stay.tsx";
import { PeriodSwitch, periodText } from "./period-switch.tsx";

const tones: CalendarTone[] = ["one", "two", "three", "four"];

function calendarEvents(
  { stays, children, closures, period }: FamilyCalendarView,
  here: string,
  t: Translate,
  language: Language,
): CalendarEvent[] {
  const order = new Map(children.map(({ id }, index) => [id, index]));
  const several = children.length > 1;
  const told = stays.map((stay): CalendarEvent => {
    const hours = stayHours(stay, t, language);
    const absent = stay.standing === "absent";
    const who = several ? stay.childName : stay.facilityName;
    // A month's grid has no scale of hours.
    const name = period.unit === "month" ? `${formatTime(stay.plannedStart, language)} ${who}` : who;
    return {
      key: stayId(stay),
      title: absent ? `${name} · ${t("attendance:family.standing.absent")}` : name,
      label: t("attendance:family.eventLabel", {
        child: stay.childName,
        facility: stay.facilityName,
        day: formatDay(stay.day, language),
        hours,
        standing: stayStanding(stay, t, language),
      }),
      start: stay.plannedStart,
      end: stay.plannedEnd,
      href: `${here}#${stayId(stay)}`,
      tone: absent ? "away" : tones[order.get(stay.childId)! % tones.length]!,
    };
  });
  const closed = closures.map(({ from, to, off, facilityName }): CalendarEvent => {
    const title = dayOffText(off, t);
    return {
      key: `${facilityName} ${from}`,
      title,
      label: `${title}, ${facilityName}`,
      start: instantAt(from, 0),
      end: instantAt(addDays(to, 1), 0),
      allDay: true,
      tone: "closed",
    };
  });
  return [...closed, ...told];
}

/** Days with their stays, in order. */
function Days({ stays }: { stays: FamilyStay[] }): ReactNode {
  const { language } = useWords();
  const days = [...new Set(stays.map(({ day }) => day))];
  return days.map((day) => (
    <section key={day} className={styles.day} aria-labelledby={`jour-${day}`}>
      <h3 id={`jour-${day}`}>{formatDay(day, language)}</h3>
      <ul>
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
  error,
}: {
  calendar: FamilyCalendarView;
  view: "list" | "calendar";
  /** Whether the address names the period. */
  asked: boolean;
  error: string | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const { period, list, stays, today } = calendar;
  const told = stays.filter(({ day }) => list.from <= day && day <= list.to);
  const past = told.filter(({ plannedEnd }) => dayOf(plannedEnd) < today);
  const ahead = told.slice(past.length);
  const closures = calendar.closures.filter(({ from, to }) => from <= list.to && to >= list.from);
  const here = period.unit === "month" ? period.links.month : period.links.week;
  const title = periodText(period, t, language);
  return (
    <Page wide title={t("attendance:family.title")} lead={t("attendance:family.lead")}>
      {error && (
        <Notice meaning="attention" title={t("attendance:error.titleNobody")} live>
          <p>{t(error)}</p>
        </Notice>
      )}
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
          events: calendarEvents(calendar, here, t, language),
          unit: period.unit,
          at: instantAt(period.from, 720),
          now: calendar.now,
          zone,
          hours: true,
          allDay: t("calendar:allDay"),
          more: (count) => t("calendar:more", { count }),
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
        {past.length > 0 && (
          <details className={styles.past} open={ahead.length === 0}>
            <summary>{t("attendance:family.past")}</summary>
            <Days stays={past} />
          </details>
        )}
        <Days stays={ahead} />
        {told.length === 0 && (
          <>
            <p>{t(asked ? "attendance:family.none" : "attendance:family.nothingYet")}</p>
            <ButtonLink href="/famille">{t("attendance:family.follow")}</ButtonLink>
          </>
        )}
        {closures.length > 0 && (
          <>
            <h2>{t("attendance:family.closures")}</h2>
            <ClosureList closures={closures} />
          </>
        )}
      </CalendarOrList>
    </Page>
  );
}
