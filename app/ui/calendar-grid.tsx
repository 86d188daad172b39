// react-big-calendar, drawn in the browser only: its style attributes would be refused in a server's page.
import { DateTime, Settings } from "luxon";
import {
  type ReactElement,
  type ReactNode,
  cloneElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import {
  Calendar,
  type Components,
  type DateLocalizer,
  type Formats,
  luxonLocalizer,
} from "react-big-calendar";
import "react-big-calendar/lib/css/react-big-calendar.css";
import { useWords } from "#app/i18n/words.tsx";
import { formatShortDay, formatTime } from "#app/i18n/format.ts";
import { focusNearestLink } from "./arrow-keys.ts";
import type { CalendarEvent, CalendarProps } from "./calendar.tsx";
import { hoursToDraw } from "./calendar-hours.ts";
import styles from "./calendar-grid.module.css";

type Drawn = CalendarEvent & { end: Date };

/** The calendar's own events are boxes without a role, or buttons that do nothing: the link inside is what counts. */
function EventBox({ children }: { children?: ReactElement<Record<string, unknown>> }): ReactNode {
  if (!children) return null;
  return cloneElement(children, {
    role: undefined,
    tabIndex: undefined,
    title: undefined,
    onKeyDown: undefined,
    onClick: undefined,
    onDoubleClick: undefined,
  });
}

function EventText({ event }: { event: Drawn }): ReactNode {
  return event.href ? (
    <a href={event.href} className={styles.event} aria-label={event.label} title={event.label}>
      {event.title}
    </a>
  ) : (
    <span className={styles.event} title={event.label}>
      {event.title}
    </span>
  );
}

/** Days and hours of the town, wherever the browser is. */
function localizerFor(zone: string, language: string): DateLocalizer {
  Settings.defaultZone = zone;
  Settings.defaultLocale = language;
  return luxonLocalizer(DateTime, { firstDayOfWeek: 1 });
}

/**
 * The library calls its boxes rows and cells of a table that never has all its parts: worse than nothing to a screen
 * reader. What remains is a region of links that say everything; the list twin is the table.
 */
function withoutTableRoles(box: HTMLElement): () => void {
  const strip = (): void => {
    for (const part of box.querySelectorAll(".rbc-calendar [role]")) part.removeAttribute("role");
  };
  strip();
  const observer = new MutationObserver(strip);
  observer.observe(box, { subtree: true, childList: true, attributeFilter: ["role"] });
  return () => observer.disconnect();
}

/** Arrow keys go from link to link; with another key held they are the browser's. */
function withArrowKeys(box: HTMLElement): () => void {
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (focusNearestLink(box, event.key)) event.preventDefault();
  };
  box.addEventListener("keydown", move);
  return () => box.removeEventListener("keydown", move);
}

export default function CalendarGrid(props: CalendarProps): ReactNode {
  const { label, events, unit, at, now, zone, hours, allDay, dayHref } = props;
  const { language } = useWords();
  const localizer = useMemo(() => localizerFor(zone, language), [zone, language]);
  const dayOf = (date: Date): string => DateTime.fromJSDate(date, { zone }).toISODate()!;
  const formats: Formats = {
    dateFormat: (date) => String(DateTime.fromJSDate(date, { zone }).day),
    dayFormat: (date) => formatShortDay(dayOf(date), language),
    weekdayFormat: (date) => formatShortDay(dayOf(date), language).split(" ")[0]!,
    timeGutterFormat: (date) => formatTime(date, language),
    eventTimeRangeFormat: ({ start, end }) =>
      hours ? `${formatTime(start, language)} – ${formatTime(end, language)}` : "",
    eventTimeRangeStartFormat: ({ start }) => (hours ? `${formatTime(start, language)} –` : ""),
    eventTimeRangeEndFormat: ({ end }) => (hours ? `– ${formatTime(end, language)}` : ""),
  };
  const components: Components<Drawn> = {
    event: EventText,
    eventWrapper: EventBox as Components<Drawn>["eventWrapper"],
    month: {
      dateHeader: ({ date, label: day }) => (
        <a href={dayHref(dayOf(date))} aria-label={formatShortDay(dayOf(date), language)}>
          {day}
        </a>
      ),
    },
    header: ({ date, label: day }) =>
      unit === "week" ? <a href={dayHref(dayOf(date))}>{day}</a> : <span>{day}</span>,
  };
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => withoutTableRoles(box.current!), []);
  useEffect(() => withArrowKeys(box.current!), []);
  // A weekend with nothing in it leaves its room to the other days.
  const weekend = events.some(
    ({ start, end }) =>
      DateTime.fromJSDate(start, { zone }).weekday > 5 ||
      DateTime.fromJSDate(end, { zone }).minus(1).weekday > 5,
  );
  const week = weekend ? "week" : "work_week";
  const { min, max } = hoursToDraw(events, (date) => DateTime.fromJSDate(date, { zone }));
  return (
    <div ref={box} className={`${styles.scroll} lies-on-paper`} role="region" aria-label={label} tabIndex={0}>
      <Calendar<Drawn>
        className={`${styles.grid} ${unit === "month" ? styles.month : styles.week}`}
        localizer={localizer}
        culture={language}
        events={events}
        date={at}
        view={unit === "month" ? "month" : week}
        views={["month", "week", "work_week"]}
        getNow={() => now}
        toolbar={false}
        showMultiDayTimes
        showAllEvents
        dayLayoutAlgorithm="no-overlap"
        step={30}
        timeslots={2}
        min={min}
        max={max}
        drilldownView={null}
        onNavigate={() => undefined}
        onView={() => undefined}
        startAccessor="start"
        endAccessor="end"
        allDayAccessor={({ allDay: whole }) => whole ?? false}
        formats={formats}
        messages={{ allDay }}
        components={components}
        eventPropGetter={({ tone }) => ({ className: styles[tone] })}
      />
    </div>
  );
}
